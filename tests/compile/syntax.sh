#!/bin/sh
# Checks each file by itself, two at a time: syntax.sh headers|all COMPILER FLAGS...
# `headers` takes every public header, `all` the compiled sources too. Run from the project's root.
set -eu
which=$1
shift
case $which in
    headers) folders=include ;;
    *) folders="include src" ;;
esac
# A header is named by an include and not given itself, where compilers complain of its #pragma once.
# shellcheck disable=SC2016,SC2086
find $folders -name '*.hpp' -path 'include/*' -o -name '*.cpp' | sort |
    xargs -P 2 -I FILE sh -c '
        file=$1
        shift
        echo "#include \"$file\"" | "$@" -I. -x c++ -fsyntax-only - || { echo "$file: see above" >&2; exit 1; }
    ' sh FILE "$@"
