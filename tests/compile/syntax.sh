#!/bin/sh
# Compiles each named file, or each file under a named folder, by itself and two at a time, and keeps
# nothing; a header of which a source of its name lies beside it is that source's first include:
# syntax.sh FILES AND FOLDERS... -- COMPILER FLAGS...  Run from the project's root.
set -eu
files=
while [ "$1" != -- ]; do
    files="$files $(find "$1" -name '*.hpp' -o -name '*.cpp')"
    shift
done
shift
# A file is included and not given itself: of a header given itself compilers complain.
# shellcheck disable=SC2016,SC2086
for file in $files; do
    [ "$file" != "${file%.hpp}" ] && [ -e "${file%.hpp}.cpp" ] || echo "$file"
done | xargs -P 2 -I FILE sh -c '
    file=$1
    shift
    echo "#include \"$file\"" | "$@" -I. -x c++ -fsyntax-only - || {
        echo "$file: see above" >&2
        exit 1
    }' sh FILE "$@"
