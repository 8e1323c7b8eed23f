#!/bin/sh
# same_file.sh MPIEXEC GRANARY_MPI GRANARY VARY: an ensemble over three ranks is the file of one run.
set -eu
mpiexec=$1
program=$2
granary=$3
vary=$4
export OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

ranks() {
    "$mpiexec" --oversubscribe -n 3 "$program" "$@" --threads 1
}

# same ARGUMENT... : both write the same file, and nothing else is left.
same() {
    "$granary" ensemble "$@" --threads 1 -o "$folder/one.nc" >"$folder/said.one"
    ranks "$@" -o "$folder/three.nc" >"$folder/said.three"
    cmp "$folder/one.nc" "$folder/three.nc"
    cmp "$folder/said.one" "$folder/said.three"
    [ "$(find "$folder" -type f | wc -l)" -eq 4 ] || { ls "$folder" && exit 1; }
}

same historical -n 3000 --quiet
same two-provinces --members=2049 --seed 7 --vary "$vary" --design sobol --lanes 4 --keep-members \
    --set levers.pressure=0.5 --set levers.import_mt=1 --above rural_ration_kg=180 --reading un

# refused CODE TEXT ARGUMENT... : a rank's failure ends all, with its message.
refused() {
    code=0
    expected=$1
    text=$2
    shift 2
    ranks "$@" -o "$folder/none.nc" 2>"$folder/told" || code=$?
    [ "$code" -eq "$expected" ] || { echo "$* ends with $code" && exit 1; }
    grep -q -e "$text" "$folder/told"
    [ ! -e "$folder/none.nc" ]
}

refused 4 'no scenario "no-such-scenario"' no-such-scenario -n 3000
refused 4 'no design "mcc"; did you mean "mc"?' historical -n 3000 --design mcc
refused 2 'block 1 of 3\|block 2 of 3\|block 3 of 3' historical -n 300
refused 2 'without --block and --member' historical -n 3000 --block 1/2
refused 2 'SCENARIO -n NUMBER -o FILE.nc' historical
