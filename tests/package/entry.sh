#!/bin/sh
# What ./granary does before it becomes the command: entry.sh SOURCE. With a program that only says how
# it was called, and builds that only say that they were asked for.
set -eu
source=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

wrong() {
    echo "$*" >&2
    failed=1
}

# A checkout at $1 in which everything but the page is built.
checkout() {
    mkdir -p "$1/build/default" "$1/src" "$1/include" "$1/apps" "$1/data" "$1/scenarios" "$1/web"
    cp -r "$source/granary" "$source/cmake" "$source/CMakeLists.txt" "$source/CMakePresets.json" "$1"
    printf '#!/bin/sh\necho "called: $*"\n' >"$1/build/default/granary"
    chmod +x "$1/build/default/granary"
    touch "$1/build/granary_cli.stamp"
}

# --- Help of what needs the page builds nothing ---
root=$work/built
checkout "$root"
for arguments in "page --help" "serve -h"; do
    # shellcheck disable=SC2086
    said=$("$root/granary" $arguments 2>&1) || wrong "granary $arguments fails: $said"
    [ "$said" = "called: $arguments" ] || wrong "granary $arguments: $said"
done

# --- Arguments that the command refuses build nothing either ---
# shellcheck disable=SC2016
printf '#!/bin/sh\necho "refused: $*"\n[ "${GRANARY_ONLY_UNDERSTAND-}" != 1 ] || exit 2\n' \
    >"$root/build/default/granary"
for arguments in "page --nonsense" "serve --port x"; do
    code=0
    # shellcheck disable=SC2086
    said=$("$root/granary" $arguments 2>&1) || code=$?
    [ "$code $said" = "2 refused: $arguments" ] || wrong "granary $arguments: $code $said"
done

# --- A page that was just built is not built again ---
(
    # shellcheck source=cmake/setup.sh
    . "$root/cmake/setup.sh"
    need_packages() { :; }
    build_preset() { mkdir -p "$root/build/web/page"; }
    install_npm_packages() { mkdir -p "$root/web/node_modules/made"; }
    logged() { echo page >"$root/build/web/page/index.html"; }
    sleep 1 # so that what is made now is newer than the checkout on any file system
    build_page
    [ -s "$page" ]
    page_up_to_date
) || wrong "a page that was just built counts as out of date"

# --- Where nothing can be built, a clear word ---
# shellcheck disable=SC2016
for name in 'a[b' 'a]b' 'a;b' 'a"b' 'a\b' 'a#b' 'a$b' 'a|b' 'a<b'; do
    root=$work/$name
    checkout "$root"
    rm "$root/build/granary_cli.stamp"
    code=0
    said=$("$root/granary" run historical 2>&1) || code=$?
    [ "$code" = 5 ] || wrong "$name: exit code $code"
    case $said in "granary: CMake cannot build in a folder whose name has"*"$root") ;; *) wrong "$name: $said" ;; esac
done
if [ "$(id -u)" -ne 0 ]; then # whom rights bind
    root=$work/closed
    checkout "$root"
    rm "$root/build/granary_cli.stamp"
    chmod a-w "$root/build"
    said=$("$root/granary" run historical 2>&1) && wrong "builds in a closed folder"
    [ "$said" = "granary: nothing can be built here: $root/build cannot be written" ] || wrong "$said"
    chmod u+w "$root/build"
fi
exit "$failed"
