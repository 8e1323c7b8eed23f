#!/bin/bash
# What a user of bash is offered: completion.bash COMMAND
set -euo pipefail
command=$(readlink -f -- "$1")
script=$("$command" completion bash)
eval "$script"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir 'my runs'
touch mine.toml 'two words.toml' notes.txt
failed=0

# offered WORD... : what is offered for the last word, which the cursor is at the end of.
offered() {
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _granary
    printf '%s\n' "${COMPREPLY[@]-}" | LC_ALL=C sort | paste -s -d '|'
}

# expect OFFERED WORD...
expect() {
    local expected=$1 given
    shift
    given=$(offered "$@")
    [[ $given == "$expected" ]] && return
    printf '%s\n  is offered  %s\n  expected    %s\n' "$*" "$given" "$expected" >&2
    failed=1
}

# among OFFERED WORD... : at least that.
among() {
    local expected=$1 given
    shift
    given=$(offered "$@")
    [[ "|$given|" == *"|$expected|"* ]] && return
    printf '%s\n  is offered  %s\n  without     %s\n' "$*" "$given" "$expected" >&2
    failed=1
}

expect 'compare' granary comp
expect '--version' granary --v
expect 'honest-reporting' granary run hon
expect 'mine.toml|my runs' granary run m
expect 'two words.toml|two-provinces' granary run two
expect '' granary run notes
expect '--format' granary run historical --fo
expect 'csv' granary run historical --format c
expect 'csv' granary run historical --format = c
among 'csv' granary run historical --format =
among 'table' granary run historical --format ''
expect 'levers.pressure*=|levers.pressure=|levers.private_plots*=|levers.private_plots=' granary run historical --set levers.pr
expect 'parameters.belief_lag_years=' granary compare historical no-exports --set parameters.belief_l
expect '' granary run historical --set levers.pressure = 0
expect 'notes.txt' granary run historical -o no
expect 'belief_lag_years' granary explain belief_l
among 'rural_ration_kg' granary data rural
expect 'Henan' granary data --province Hen
among 'compare' granary help ''

# Every command that the help lists, and every option of each, is offered.
commands=$("$command" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
[[ $commands == *run* ]]
for name in $commands; do
    among "$name" granary ''
    for option in $("$command" "$name" --help | grep -o -- '^  *-[-a-z,]*' | tr -d ' ' | tr ',' '\n'); do
        among "$option" granary "$name" -
    done
done
exit "$failed"
