#!/bin/sh
# The drawing of the layers in the documentation has the arrows that the includes make, and no other.
# `./dev doc` draws it anew. Run from the project's root.
set -eu
command -v tred >/dev/null || exit 77 # of Graphviz

arrows() {
    sed -n 's/^[^a-z_]*\([a-z_]*\)[" ]* -> [" ]*\([a-z_]*\).*/\1 \2/p' | LC_ALL=C sort
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
awk -v mode=folders -f cmake/includes.awk | tred | arrows >"$folder/made"
sed -n 's/^<title>\(.*\)<\/title>$/\1/p' docs/pictures/house.svg | sed 's/&#45;&gt;/ -> /' |
    arrows >"$folder/drawn"
[ -s "$folder/made" ]
diff "$folder/made" "$folder/drawn"
