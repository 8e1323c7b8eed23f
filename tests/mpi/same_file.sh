#!/bin/sh
# same_file.sh MPIEXEC GRANARY_MPI GRANARY: an ensemble over three ranks is the file of one run.
set -eu
mpiexec=$1
program=$2
granary=$3
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

ranks() {
    "$mpiexec" --oversubscribe -n 3 "$program" "$@" --threads 1
}

"$granary" ensemble historical -n 3000 --threads 1 --quiet -o "$folder/one.nc"
ranks historical -n 3000 --quiet -o "$folder/three.nc"
cmp "$folder/one.nc" "$folder/three.nc"
[ "$(find "$folder" -type f | wc -l)" -eq 2 ] || { ls "$folder" && exit 1; }

# A rank's failure ends all, with its message.
if ranks no-such-scenario -n 3000 --quiet -o "$folder/none.nc" 2>"$folder/told"; then exit 1; fi
grep -q 'no-such-scenario' "$folder/told"
[ ! -e "$folder/none.nc" ]
