#!/bin/sh
# What the shared library shows is what its headers declare: exports.sh SHARED INCLUDE STATIC. A function
# that a header declares and the static library defines must be there, and nothing of the parser.
set -eu
shared=$1
include=$2
static=$3

# Names of the functions of namespace granary that are no templates and not inline, each once.
functions() {
    nm -C --defined-only "$@" 2>/dev/null | sed -n 's/\[abi:[^]]*\]//g; s/^[0-9a-f]* T granary::\([A-Za-z_0-9:]*\)(.*/\1/p' |
        LC_ALL=C sort -u
}

# Whether a header declares, without defining it there, a function of that name.
declared() {
    printf '%s' "$declarations" | grep -Eo "[;{}][^;{}()]*[ &*]$1\([^;{}]*\);" | grep -qvE '\breturn\b'
}

shown=$(functions -D "$shared")
hidden=$(functions "$static" | grep -vxF "$shown") || hidden=
declarations=$(cat "$include"/granary/*.hpp "$include"/granary/*/*.hpp | sed 's|//.*||; /^#/d' | tr '\n' ' ')
failed=0
for name in $hidden; do
    case $name in *::*) continue ;; esac # a class shows all or nothing, and the command needs them
    if declared "$name"; then
        echo "granary::$name is declared in a header, but hidden: GRANARY_API is missing" >&2
        failed=1
    fi
done
for needed in simulate load_scenario parse_scenario history History::of; do
    echo "$shown" | grep -qx "$needed" || { echo "granary::$needed is hidden" >&2 && failed=1; }
done
if grep -rnE '^extern +[^t]' "$include" | grep -v GRANARY_API; then
    echo "^ data without GRANARY_API" >&2
    failed=1
fi
# By the name, not by what it takes or returns: the standard library's own templates are shown for
# every type.
if nm -DC --defined-only "$shared" | grep -vE '^[0-9a-f]* [A-Za-z] [^(<]*[ *&]std::' |
    grep -E '^[0-9a-f]* [A-Za-z] ([^(]* )?(toml::|granary::read::|granary::cli::)'; then
    echo "^ shown though no header declares it" >&2
    failed=1
fi
exit "$failed"
