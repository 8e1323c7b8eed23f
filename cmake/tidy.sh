#!/bin/sh
# A compiler that judges and makes nothing: clang-tidy for the project's sources, clang++ for the rest.
# What was clean has an empty object, so that ninja and the compiler cache know it and do not read a
# source again with the same headers and checks. The lint preset names it as its compiler.
set -eu
tidy=$(dirname -- "$(readlink -f -- "$0")")/../build/tools/bin/clang-tidy
source=
object=
dependencies=
before=
for argument in "$@"; do
    case $before in
        -o) object=$argument ;;
        -MF) dependencies=$argument ;;
    esac
    before=$argument
done
case " $* " in *" -c "*) source=$before ;; esac # CMake and ccache name it last
case $source in
    */src/lanes/level.cpp) clang++ "$@" -fsyntax-only ;; # options of g++ for a level of the processor
    */src/*.cpp | */apps/*.cpp | */web/engine/*.cpp | */tests/two_units/first.cpp) "$tidy" --quiet "$source" -- "$@" ;;
    *) exec clang++ "$@" ;;
esac
[ -z "$dependencies" ] || clang++ "$@" -E -o /dev/null
# A program's object can be linked, because others wait for the program.
case $source in
    */main.cpp) stub='int main() {}' ;;
    *) stub= ;;
esac
echo "$stub" | clang++ -x c++ -c - -o "$object"
