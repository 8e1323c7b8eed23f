#!/bin/sh
# The picture of an ensemble by examples/fan.py: fan.sh PYTHON GRANARY FAN. Skipped (77) without
# xarray, its reader of netCDF-4, or matplotlib.
set -eu
"$1" -c 'import matplotlib, netCDF4, xarray' || exit 77
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$2" ensemble historical -n 64 --quiet -o "$folder/ensemble.nc"
"$1" "$3" "$folder/ensemble.nc" "$folder/fan.svg"
"$1" "$3" "$folder/ensemble.nc" "$folder/fan.png"
grep -q '<svg' "$folder/fan.svg"
for drawn in 'Historical: 64 members' 'granary 0.1.0: granary ensemble historical -n 64' 'The spread is that' 'Record: LUO2006, SPENCE' median; do
    grep -qF "<!-- $drawn" "$folder/fan.svg" || {
        echo "the picture does not say: $drawn" >&2
        exit 1
    }
done
[ "$(wc -c <"$folder/fan.png")" -gt 20000 ]
"$2" ensemble two-provinces -n 64 --quiet -o "$folder/regions.nc"
"$1" "$3" "$folder/regions.nc" "$folder/nation.svg"
"$1" "$3" "$folder/regions.nc" "$folder/zealous.svg" Zealous
grep -qF '<!-- Two provinces, national: 64 members' "$folder/nation.svg"
grep -qF '<!-- Two provinces, Zealous: 64 members' "$folder/zealous.svg"
