#!/bin/sh
# What no file of the named folders may hold. Run from the project's root.
set -eu
failed=0

# forbid WHY REGEX FOLDERS...
forbid() {
    why=$1
    regex=$2
    shift 2
    if grep -rnE --include='*.hpp' --include='*.cpp' "$regex" "$@"; then
        echo "^ $why" >&2
        failed=1
    fi
}

include='^[[:space:]]*#[[:space:]]*include[[:space:]]*<'
forbid "a function-like macro in a public header" \
    '^[[:space:]]*#[[:space:]]*define[[:space:]]+[A-Za-z_0-9]+\(' include
forbid "public headers do no input or output: the model never writes" \
    "$include(iostream|fstream|ostream|istream|sstream|cstdio|stdio\.h)>" include
forbid "the WebAssembly library or g++ 12 has no such header" \
    "$include(format|ranges|source_location)>" include src apps web/engine
forbid "<chrono> and <filesystem> cost too much to include" "$include(chrono|filesystem)>" include
forbid "public headers take fmt/core.h, a third as long" "$include""fmt/([^c]|c[^o])" include
forbid "the scenario parser stays in src/read" "$include""toml" include src apps web/engine --exclude-dir=read
forbid "the command-line parser stays in apps/cli/command_line.cpp" "$include""CLI" \
    include src web/engine apps --exclude=command_line.cpp
printing="$include"'(iostream|cstdio|stdio\.h|fmt/ostream\.h|fmt/printf\.h)>'
printing="$printing"'|std::(cout|cerr|clog)|fmt::v?print|STD(OUT|ERR)_FILENO|write_standard_output'
printing="$printing"'|(^|[^A-Za-z_0-9])(v?f?printf|fputs|fputc|puts|putc|putchar|fwrite|perror)[[:space:]]*\('
forbid "what a program prints goes out by write/terminal.hpp, so that nothing in it steers a terminal" \
    "$printing" apps
forbid "the library prints nothing: write/terminal.hpp is for the programs" \
    'std::(cout|cerr|clog)|fmt::v?print|#include "write/terminal\.hpp"' include src web/engine
# shellcheck disable=SC2046 # names of files without spaces
forbid "only what escapes for a format vouches for its text" 'vouched\(' apps web/engine $(find src \
    -name '*.[ch]pp' ! -path src/write/html.cpp ! -path src/write/svg.cpp ! -path src/write/markdown.cpp)
forbid "libm differs between processors: use granary/foundation/math.hpp" \
    '(^|[^A-Za-z_0-9])std::(exp|exp2|expm1|log|log2|log10|log1p|pow|sin|cos|tan|tanh|erf|erfc|tgamma|lgamma|cbrt)(f|l)?[[:space:]]*\(' \
    include src apps web/engine

# That a header compiles alone its source proves, if it begins with it; tests/CMakeLists.txt asks those
# that have none.
headers=$(find include src apps web/engine -name '*.hpp')
for header in $headers; do
    if ! grep -qx '#pragma once' "$header"; then
        echo "$header: has no #pragma once" >&2
        failed=1
    fi
    case $header in
        include/granary/*) source=src/${header#include/granary/} own=${header#include/} ;;
        web/engine/*) source=$header own=${header#web/} ;;
        *) source=$header own=${header#*/} ;;
    esac
    source=${source%.hpp}.cpp
    if [ -e "$source" ] && [ "$(grep -m 1 '^#include' "$source")" != "#include \"$own\"" ]; then
        echo "$source: begin with #include \"$own\"" >&2
        failed=1
    fi
done

exit "$failed"
