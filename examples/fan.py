#!/usr/bin/python3
"""The rural ration of an ensemble as a fan of quantiles, with the record beside it.

    granary ensemble historical -n 10000 --design sobol -o ensemble.nc
    examples/fan.py ensemble.nc fan.svg

Of an ensemble with regions the whole country, or the region that is named:

    examples/fan.py provinces.nc fan.svg Zealous

Needs python3-xarray, python3-netcdf4 and python3-matplotlib.
"""

import sys
import textwrap

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plot
import xarray

BANDS = [(0.01, 0.99, "#dbe4ee"), (0.05, 0.95, "#a9bfd6"), (0.25, 0.75, "#7698bd")]
ASKED = "asked for"  # a threshold of the user's, not of the record


def draw_fan(axes, data):
    quantiles = data.rural_ration_kg_quantile
    for low, high, color in BANDS:
        axes.fill_between(data.year, quantiles.sel(quantile=low), quantiles.sel(quantile=high),
                          color=color, linewidth=0,
                          label=f"{100 * low:.0f} to {100 * high:.0f}% quantile")
    axes.plot(data.year, quantiles.sel(quantile=0.5), color="#1f3f66", label="median")


def draw_record(axes, data):
    """Marks what the record has; returns its sources."""
    if "rural_ration_kg_threshold" not in data:
        return []
    source = data.rural_ration_kg_threshold_source
    recorded = data.rural_ration_kg_threshold.where((source != "") & (source != ASKED))
    for row in recorded:
        axes.plot(data.year, row, "o", color="black", label="record" if row.notnull().any() else None)
    return sorted(set(source.values.ravel()) - {"", ASKED})


def main(path, picture, region="national"):
    with xarray.open_dataset(path) as data:
        title = data.attrs["title"]
        if "region" in data.coords:
            title += f", {region}"
            data = data.sel(region=region)
        figure, axes = plot.subplots(figsize=(7, 4.5), layout="constrained")
        draw_fan(axes, data)
        sources = draw_record(axes, data)
        axes.set_xticks(data.year)
        axes.set_xlabel("calendar year")
        axes.set_ylabel("rural ration, kg of trade grain a head and year")
        axes.set_title(f"{title}: {data.attrs['members']} members", wrap=True)
        axes.set_ylim(bottom=0)
        axes.legend(frameon=False, loc="lower left")
        note = f"{data.attrs['source']}: {data.attrs['history']}\n"
        note += textwrap.fill(data.attrs["comment"], 120)
        if sources:
            note += f"\nRecord: {', '.join(sources)} (data/sources.csv)"
        figure.supxlabel(note, fontsize=7, x=0.01, ha="left")
        figure.savefig(picture, dpi=150)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
