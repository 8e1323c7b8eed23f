#!/bin/sh
# A source must compile as it stands and must not with GRANARY_MUST_NOT_COMPILE defined; then the
# compiler's message must match the file's `// expect: REGEX` line, so that a typing error in the
# forbidden half does not pass for the refusal it tests: refused.sh SOURCE COMPILER FLAGS...
set -eu
source=$1
shift
expected=$(sed -n 's|^// expect: ||p' "$source")
[ -n "$expected" ] || {
    echo "$source: has no line // expect: REGEX" >&2
    exit 1
}
export LC_ALL=C # plain quotation marks in messages

"$@" -fsyntax-only "$source" || {
    echo "$source: the allowed half does not compile" >&2
    exit 1
}
if message=$("$@" -fsyntax-only -DGRANARY_MUST_NOT_COMPILE "$source" 2>&1); then
    echo "$source: the forbidden half compiles" >&2
    exit 1
fi
printf '%s\n' "$message" | grep -Eq -e "$expected" || {
    printf '%s\n' "$message" "$source: refused, but not with: $expected" >&2
    exit 1
}
