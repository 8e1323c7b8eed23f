#!/bin/sh
# The version stands in CMakeLists.txt; what repeats it must agree: version.sh COMMAND VERSION SOURCE
set -eu
said=$("$1" --version)
[ "$said" = "granary $2" ] || { echo "the command says: $said, not $2" >&2 && exit 1; }
grep -qx "version: $2" "$3/CITATION.cff" || { echo "CITATION.cff is not of version $2" >&2 && exit 1; }
grep -q "^## $2" "$3/CHANGELOG.md" || { echo "CHANGELOG.md does not begin with $2" >&2 && exit 1; }
