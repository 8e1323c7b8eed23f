#!/bin/sh
# The manual page is well formed and names every command, option and exit code: manual.sh COMMAND
set -eu
page=$(mktemp)
trap 'rm -f "$page"' EXIT
"$1" help --man >"$page"
failed=0
if command -v groff >/dev/null; then
    said=$(groff -man -Tutf8 -ww -z "$page" 2>&1)
    [ -z "$said" ] || { echo "groff: $said" >&2 && failed=1; }
fi
if command -v mandoc >/dev/null; then # no date: the same source gives the same bytes
    said=$(mandoc -Tlint -W warning "$page" 2>&1 | grep -v 'missing date') || said=
    [ -z "$said" ] || { echo "mandoc: $said" >&2 && failed=1; }
fi

plain=$(sed 's/\\f[BIR]//g; s/\\-/-/g' "$page")
has() {
    printf '%s\n' "$plain" | grep -qe "$1" || {
        echo "the page does not have: $1" >&2
        failed=1
    }
}
commands=$("$1" --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
[ -n "$commands" ]
for name in $commands; do
    has "^\.SS granary $name"
    for option in $("$1" "$name" --help | grep -o -- '^  *-[-a-z,]*' | tr -d ' ' | tr ',' '\n'); do
        has "$option"
    done
done
for code in $("$1" --help | sed -n 's/^  \([0-9]\)  .*/\1/p'); do has "^$code\$"; done
exit "$failed"
