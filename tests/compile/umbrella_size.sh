#!/bin/sh
# The umbrella header must stay cheap to include: umbrella_size.sh LIMIT COMPILER FLAGS...
# Counted in preprocessed lines and not in seconds, because lines are the same on every machine.
set -eu
limit=$1
shift
text=$(echo '#include <granary/granary.hpp>' | "$@" -x c++ -E -P -)
lines=$(printf '%s\n' "$text" | wc -l)
echo "granary/granary.hpp: $lines preprocessed lines, limit $limit"
[ "$lines" -lt "$limit" ]
