#!/bin/sh
# A program compiled without optimisation links the shared library, though it calls what is inline; one
# compiled with the headers of another version does not: unoptimised.sh CXX LIBRARY SOURCE, where LIBRARY
# is the static one, of which a shared one is made.
set -eu
cxx=$1
library=$2
source=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$cxx" -shared -o "$work/libgranary.so" -Wl,--whole-archive "$library" -Wl,--no-whole-archive \
    -lfmt -lmd -pthread
# build NAME INCLUDE
build() {
    "$cxx" -std=c++20 -ffp-contract=off -O0 "-I$2" -isystem /usr/include/eigen3 \
        "$source/tests/package/compiled/main.cpp" -o "$work/$1" \
        -L"$work" -lgranary -lfmt -Wl,-rpath,"$work"
}
build consumer "$source/include"
"$work/consumer"

cp -r "$source/include" "$work/other"
sed -i 's/define GRANARY_ABI "[^"]*"/define GRANARY_ABI "v0_0_9_tables_0"/' \
    "$work/other/granary/foundation/api.hpp"
if build stranger "$work/other" 2>"$work/said"; then
    echo "headers of another version link" >&2
    exit 1
fi
grep -q 'undefined reference.*simulate\[abi:v0_0_9_tables_0\]' "$work/said" || {
    cat "$work/said" >&2
    exit 1
}
