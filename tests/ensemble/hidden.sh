#!/bin/sh
# Objects compiled for newer processors show their entry and nothing else: hidden.sh OBJECT...
# An inline function seen outside could be kept by the linker for the whole program.
set -eu
for object in "$@"; do
    entry=$(basename "$object" .o)
    shown=$(nm --extern-only --defined-only "$object" | sed 's/.* //')
    [ "$shown" = "$entry" ] || {
        printf '%s\n' "$shown" | head -n 20 >&2
        echo "^ shown by $object, where $entry alone should be" >&2
        exit 1
    }
    ! readelf --wide --section-groups "$object" | grep -q COMDAT || {
        echo "$object has sections that the linker may choose for others" >&2
        exit 1
    }
done
