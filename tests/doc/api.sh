#!/bin/sh
# Builds the reference of include/granary into build/doc/html and fails on every warning: a broken link,
# a parameter that is not there, a public name without docstring. Run from the project's root.
# Without one go plain members of a struct, whose names carry their units, and constructors, which the
# docstring of their class speaks for.
set -eu
mkdir -p build/doc
rm -rf build/doc/html
doxygen docs/Doxyfile
spoken_for='Member .* \(variable\) of (struct|class) |Member [A-Z][A-Za-z]*\(.* \(function\) of (struct|class) '
if grep -vE "($spoken_for).* is not documented" build/doc/warnings; then exit 1; fi
echo "build/doc/html/index.html: $(find build/doc/html -name '*.html' | wc -l) pages"
