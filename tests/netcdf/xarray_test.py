"""An ensemble's file, by an independent reader: xarray takes it as it is."""

import csv
import math
import os
import subprocess
import sys
import tempfile
import unittest
import warnings

try:
    import netCDF4
    import numpy
    import pandas
    import xarray
except ImportError as missing:
    print(f"{missing.name} is not installed")
    sys.exit(77)  # CTest: skipped

QUANTILES = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]
UNITS = {"million": "1e6", "1/1000": "1e-3"}  # as UDUNITS reads them


class AFile:
    """One and the same ensemble as netCDF and as a table."""

    regions = []
    thresholds = 4

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path, cls.table = f"{cls.folder.name}/a.nc", f"{cls.folder.name}/a.csv"
        subprocess.run([os.environ["GRANARY_WRITE_SAMPLE"], cls.path, cls.table, *cls.regions],
                       check=True)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            warnings.filterwarnings("ignore", category=DeprecationWarning)
            cls.data = xarray.open_dataset(cls.path).load()
            cls.by_year = cls.data.swap_dims(time="year")
        with open(cls.table, newline="") as lines:
            cls.rows = list(csv.DictReader(lines))

    @classmethod
    def tearDownClass(cls):
        cls.data.close()
        cls.folder.cleanup()

    def of_row(self, row, part):
        """The variable's value that belongs to a row of the table."""
        return self.named(row, f"{row['figure']}_{part}")

    def named(self, row, name, prefix=""):
        """A variable where the row has its year and region."""
        if row["year"] == "all":
            values = self.data[f"{prefix}run_{name}"]
        else:
            values = self.by_year[prefix + name].sel(year=int(row["year"]))
        return values.sel(region=row["region"]) if self.regions else values

    def assert_same(self, value, cell, what):
        expected = float(cell) if cell else math.nan
        same = value == expected or (math.isnan(value) and math.isnan(expected))
        self.assertTrue(same, f"{what}: {value} in the file, {cell} in the table")

    def test_says_the_same_as_the_table(self):
        self.assertEqual(len(self.rows), 14 * (1 + len(self.regions)))
        for row in self.rows:
            what = f"{row['figure']} {row['year']}"
            for part in ("mean", "variance", "least", "greatest"):
                self.assert_same(float(self.of_row(row, part)), row[part], what)
            self.assertEqual(int(self.of_row(row, "members")), int(row["members"]), what)
            for p in QUANTILES:
                cell = row[f"q{round(100 * p):02d}"]
                self.assert_same(float(self.of_row(row, "quantile").sel(quantile=p)), cell, what)

    def test_gives_no_toll_that_rests_on_untested_members(self):
        tolls = [row for row in self.rows if row["figure"].startswith("excess_deaths")]
        self.assertTrue(tolls)
        for row in tolls:
            tested = 1 - int(self.data.attrs["untested_members"]) / int(row["members"])
            self.assertEqual(float(row["tested"]), tested)
            for part in ("mean", "variance", "greatest"):
                self.assertEqual(row[part], "")
                self.assertIn("outside of what the equations were made for",
                              self.of_row(row, part).attrs["comment"])
            for p in QUANTILES:
                self.assertEqual(row[f"q{round(100 * p):02d}"] == "", p > tested)
        self.assertTrue(all(row["tested"] == "" for row in self.rows if row not in tolls))

    def test_tells_the_chance_of_lying_above_each_threshold(self):
        found = 0
        for row in self.rows:
            for number in (1, 2):
                if not row[f"threshold_{number}"]:
                    continue
                chance = self.of_row(row, "chance_above")[number - 1]
                name = f"{'run_' if row['year'] == 'all' else ''}{row['figure']}_threshold"
                self.assert_same(float(chance), row[f"chance_above_{number}"], row["figure"])
                self.assertEqual(float(chance.coords[name]), float(row[f"threshold_{number}"]))
                self.assertEqual(str(chance.coords[f"{name}_source"].values),
                                 row[f"source_{number}"])
                found += 1
        self.assertEqual(found, self.thresholds)

    def test_holds_the_figures_of_each_member(self):
        faulty = int(self.data.attrs["faulty_members"])
        for row in self.rows:
            values = self.named(row, row["figure"], "member_").values
            known = values[~numpy.isnan(values)]
            self.assertEqual(len(known), int(row["members"]))
            if not len(known):
                continue
            self.assertEqual(len(known), 5000 - faulty)
            self.assertEqual(known.min(), float(row["least"]))
            tested = float(row["tested"] or 1)
            if tested == 1:
                self.assertAlmostEqual(known.mean() / float(row["mean"]), 1, delta=1e-12)
                self.assertAlmostEqual(known.var(ddof=1) / float(row["variance"]), 1, delta=1e-9)
                self.assertEqual(known.max(), float(row["greatest"]))
            for p in QUANTILES:
                shown = row[f"q{round(100 * p):02d}"]
                if p > tested:
                    continue
                exact = numpy.quantile(known, p, method="lower")
                quantile = float(shown)
                self.assertLessEqual(abs(quantile - exact), 2**-10 * abs(exact) + 1e-9)
                self.assertTrue(known.min() <= quantile <= known.max())


class AnEnsemble(AFile, unittest.TestCase):
    def test_has_the_axes_of_an_ensemble(self):
        self.assertEqual(self.data.year.values.tolist(), [1958, 1959, 1960])
        self.assertEqual(self.data["quantile"].values.tolist(), QUANTILES)
        self.assertEqual(self.data.rural_ration_kg_quantile.dims, ("quantile", "time"))
        self.assertEqual(self.data.run_excess_deaths_million_mean.dims, ())
        self.assertEqual(self.data.member.values.tolist(), list(range(1, 5001)))
        self.assertNotIn("region", self.data.variables)
        self.assertNotIn("region", self.data.sizes)

    def test_has_no_chance_where_there_is_no_threshold(self):
        self.assertTrue(math.isnan(self.by_year.rural_ration_kg_chance_above.sel(year=1960)[0]))

    def test_has_time_as_cf_does_with_the_limits_of_what_was_run(self):
        self.assertEqual(self.data.time.dt.year.values.tolist(), [1958, 1959, 1960])
        limits = [[str(end)[:10] for end in year] for year in self.data.time_bnds.values]
        self.assertEqual(limits, [["1958-01-01", "1959-01-01"], ["1959-01-01", "1960-01-01"],
                                  ["1960-01-01", "1960-04-01"]])
        mean = self.data.rural_ration_kg_mean
        self.assertEqual(float(mean.sel(time="1959").item()), float(mean[1]))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.assertEqual(mean.resample(time="AS").mean().values.tolist(), mean.values.tolist())

    def test_goes_into_a_classic_file_without_loss(self):
        classic = f"{self.folder.name}/classic.nc"
        self.data.to_netcdf(classic, format="NETCDF3_64BIT")
        again = xarray.open_dataset(classic).load()
        xarray.testing.assert_identical(again.rural_ration_kg_mean, self.data.rural_ration_kg_mean)
        self.assertEqual(again.rural_ration_kg_threshold_source.values.tolist(),
                         self.data.rural_ration_kg_threshold_source.values.tolist())
        self.assertEqual(again.attrs, self.data.attrs)
        again.close()

    def test_holds_what_each_member_was_run_with(self):
        lag = self.data.member_input_belief_lag_years
        self.assertEqual(lag.dims, ("member",))
        self.assertEqual(lag.attrs["units"], "yr")
        self.assertTrue(0.45 < float(lag.mean()) < 0.55)
        self.assertEqual(int(self.data.member_input_scale_of_export_mt.notnull().sum()), 5000)

    def test_bears_units_names_and_methods(self):
        for row in self.rows:
            unit = UNITS.get(row["unit"], row["unit"])
            for part in ("mean", "least", "greatest", "quantile"):
                self.assertEqual(self.of_row(row, part).attrs["units"], unit)
            self.assertIn("(mean)", self.of_row(row, "mean").attrs["long_name"])
        mean = self.data.rural_ration_kg_mean.attrs
        self.assertEqual(mean["cell_methods"], "realization: mean")
        self.assertEqual(self.data.rural_ration_kg_variance.attrs["units"], "kg2")
        self.assertEqual(self.data.rural_ration_kg_quantile.attrs["relative_error"], 2**-10)
        for name, variable in self.data.variables.items():
            if name == "time_bnds":
                continue  # what is said of time is said of its limits
            if not name.endswith("_source") and name != "time":
                self.assertIn("units", variable.attrs, name)
            self.assertIn("long_name", variable.attrs, name)

    def test_tells_what_it_was_made_of_and_not_when(self):
        attributes = self.data.attrs
        self.assertEqual(attributes["Conventions"], "CF-1.10")
        self.assertEqual(attributes["history"], "granary ensemble historical -n 5000 --seed 7")
        self.assertEqual(attributes["source"], "granary 0.1.0")
        self.assertIn("née", attributes["scenario"])
        self.assertEqual(int(attributes["members"]), 5000)
        self.assertGreater(int(attributes["faulty_members"]), 0)
        self.assertNotIn("missing_members", attributes)

    def test_keeps_the_partial_sums_out_of_sight(self):
        self.assertFalse([name for name in self.data.variables if "node" in name])
        with netCDF4.Dataset(self.path) as file:
            self.assertEqual(list(file.groups), ["partial"])
            counts = file["partial"]["bucket_count"]
            self.assertEqual(counts.dtype, numpy.uint64)
            self.assertTrue(counts.filters()["shuffle"] and counts.filters()["fletcher32"])


class OfRegions(AFile, unittest.TestCase):
    regions = ["Modest", "Zealous", "Né, and more"]
    thresholds = 5

    def test_has_the_regions_by_name_behind_the_nation(self):
        self.assertEqual(self.data.region.values.tolist(), ["national", *self.regions])
        self.assertEqual(self.data.rural_ration_kg_mean.dims, ("region", "time"))
        self.assertEqual(self.data.rural_ration_kg_quantile.dims, ("quantile", "region", "time"))
        self.assertEqual(self.data.run_excess_deaths_million_mean.dims, ("region",))
        self.assertEqual(self.data.member_rural_ration_kg.dims, ("member", "region", "time"))
        self.assertEqual(self.data.member_run_excess_deaths_million.dims, ("member", "region"))
        self.assertEqual(self.data.member_input_belief_lag_years.dims, ("member",))
        zealous = self.by_year.rural_ration_kg_mean.sel(region="Zealous", year=1959)
        self.assertEqual(float(zealous), float(self.data.rural_ration_kg_mean[2, 1]))

    def test_goes_into_a_classic_file_with_its_names(self):
        classic = f"{self.folder.name}/classic.nc"
        self.data.to_netcdf(classic, format="NETCDF3_64BIT")
        again = xarray.open_dataset(classic).load()
        xarray.testing.assert_identical(again.rural_ration_kg_mean, self.data.rural_ration_kg_mean)
        again.close()

    def test_has_a_table_that_pandas_groups_by_region(self):
        table = pandas.read_csv(self.table)
        self.assertEqual(list(table.columns[:2]), ["region", "figure"])
        means = table.set_index(["region", "figure", "year"])["mean"]
        mean = self.by_year.rural_ration_kg_mean.sel(region="Modest", year=1958)
        self.assertAlmostEqual(means["Modest", "rural_ration_kg", "1958"], float(mean), places=9)
        self.assertEqual(table.region.unique().tolist(), ["national", *self.regions])


if __name__ == "__main__":
    unittest.main()
