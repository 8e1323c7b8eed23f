#!/bin/sh
# Installs granary as a user would, moves the prefix away, and builds a program against it in a folder
# that knows nothing of the source tree. The environment gives CXX, CMAKE, SOURCE (of granary), BUILD
# (its build folder), VERSION, and ID, a word for this build folder alone.
#   package.sh install PREFIX [COMPONENT...]     by way of another prefix
#   package.sh shared PREFIX                     the same, after building the shared library
#   package.sh cmake PROJECT PREFIX              find_package
#   package.sh refused PREFIX                    what find_package must refuse, and how
#   package.sh pkgconfig PROJECT PACKAGE PREFIX  pkg-config, with and without --static
#   package.sh subdirectory PREFIX [-D...]       add_subdirectory
#   package.sh clean                             removes it all
# PREFIX is a word; its folder is made outside the source tree. Where a prefix has the command, the
# program must print the same figure. Further builds stand beside BUILD, so that the compiler cache
# knows their files again.
set -eu
here=$(dirname -- "$(readlink -f -- "$0")")
temporary=$(dirname -- "$(mktemp -u)")/granary-package-$ID
way=$1
work=$temporary/work-$way-${2-}-${4-}
[ "$way" != cmake ] || work=$work$3 # two prefixes may be tested at the same time

fail() {
    echo "$*" >&2
    exit 1
}

# Neither the source tree, which holds the builds, nor the first prefix may stand in what was installed or in what a consumer is built from.
names_no_folder() {
    for unreachable in "$SOURCE" "$work/staged"; do
        if grep -rIF -- "$unreachable" "$@"; then fail "$unreachable stands in what was installed"; fi
    done
}

# install_from BUILD PREFIX [COMPONENT...]
install_from() {
    build=$1
    prefix=$temporary/$2
    shift 2
    rm -rf "$work/staged" "$prefix"
    if [ $# -eq 0 ]; then
        "$CMAKE" --install "$build" --prefix "$work/staged" >/dev/null
    fi
    for component in "$@"; do
        "$CMAKE" --install "$build" --prefix "$work/staged" --component "$component" >/dev/null
    done
    mv "$work/staged" "$prefix"
    names_no_folder "$prefix/lib/cmake" "$prefix/lib/pkgconfig" "$prefix/include" "$prefix/share"
}

install_shared() {
    # shellcheck disable=SC2153
    (cd "$SOURCE" && "$CMAKE" --preset shared -B "$BUILD-shared" -D CMAKE_CXX_COMPILER="$CXX")
    "$CMAKE" --build "$BUILD-shared" -j 2
    install_from "$BUILD-shared" "$1"
    sh "$here/exports.sh" "$prefix/lib/libgranary.so" "$prefix/include" "$BUILD/libgranary.a"
    [ "$("$prefix/bin/granary" --version)" = "granary $VERSION" ] ||
        fail "the moved command does not find its library"
    readelf -d "$prefix/lib/libgranary.so" | grep -F "[libgranary.so.${VERSION%.*}]" ||
        fail "the SONAME is not of version $VERSION"
}

# A fresh copy of a consumer, so that it reaches nothing beside it.
copy_project() {
    folder=$work/$1
    rm -rf "$folder"
    mkdir -p "$folder"
    for project in "$@"; do cp "$here/$project"/* "$folder"; done
}

# The line a consumer prints must be the installed command's too.
agrees() {
    printf '%s\n' "$1"
    command=$prefix/bin/granary
    [ -x "$command" ] || return 0
    deaths=$(printf '%s\n' "$1" | grep '^Excess deaths') || fail "no line of deaths"
    (cd / && "$command" run historical) | grep -qF "$deaths" || fail "the command says otherwise"
    printf '%s\n' "$1" | grep -qx "granary $VERSION" || fail "not version $VERSION"
}

# configure BUILD [-D...]
configure() {
    build=$1
    shift
    "$CMAKE" -S "$folder" -B "$build" -G Ninja -D CMAKE_CXX_COMPILER="$CXX" \
        -D CMAKE_PREFIX_PATH="$prefix" "$@"
}

with_cmake() {
    copy_project "$1"
    prefix=$temporary/$2
    configure "$folder/build" -D CMAKE_EXPORT_COMPILE_COMMANDS=ON
    names_no_folder "$folder/build/compile_commands.json" "$folder/build/build.ninja"
    "$CMAKE" --build "$folder/build"
    said=$(cd / && "$folder/build/consumer")
    agrees "$said"
}

# refuse REQUEST MESSAGE: find_package(granary REQUEST) must fail and say MESSAGE.
refuse() {
    printf '%s\n' 'cmake_minimum_required(VERSION 3.25)' 'project(refused LANGUAGES CXX)' \
        "find_package(granary $1)" >"$folder/CMakeLists.txt"
    rm -rf "$folder/build"
    if said=$(configure "$folder/build" 2>&1); then fail "find_package(granary $1) is accepted"; fi
    printf '%s\n' "$said" | tr -s ' \n' ' ' | grep -qF -- "$2" || fail "$said" "(expected: $2)"
}

refused() {
    prefix=$temporary/$1
    folder=$work/refused
    mkdir -p "$folder"
    refuse 'REQUIRED COMPONENTS rice' 'granary has no component "rice"; it has: core, granary, ensemble'
    refuse 'REQUIRED COMPONENTS core granary' 'component "granary" of granary is not installed'
    refuse '9.0 REQUIRED' 'requested version "9.0"'
}

with_pkgconfig() {
    project=$1
    package=$2
    prefix=$temporary/$3
    copy_project "$project"
    export PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
    [ "$(pkg-config --modversion "$package")" = "$VERSION" ] || fail "not version $VERSION"
    for static in '' --static; do
        flags=$(pkg-config $static --cflags --libs "$package")
        case $flags in *"$SOURCE"*) fail "$flags" ;; esac
        # shellcheck disable=SC2086
        "$CXX" -std=c++20 "$folder/main.cpp" $flags -Wl,-rpath,"$prefix/lib" -o "$folder/consumer"
        said=$(cd / && "$folder/consumer")
        agrees "$said"
    done
}

with_subdirectory() {
    copy_project subdirectory compiled
    cp "$here/subdirectory/CMakeLists.txt" "$folder"
    prefix=$temporary/$1
    shift
    configure "$BUILD-subdirectory" -D GRANARY_SOURCE="$SOURCE" "$@"
    if grep '^GRANARY_.*=ON$' "$BUILD-subdirectory/CMakeCache.txt"; then
        fail "on though nobody asked for it"
    fi
    "$CMAKE" --build "$BUILD-subdirectory" -j 2
    said=$(cd / && "$BUILD-subdirectory/consumer")
    agrees "$said"
}

mkdir -p "$work"
shift
case $way in
    install) install_from "$BUILD" "$@" ;;
    shared) install_shared "$@" ;;
    cmake) with_cmake "$@" ;;
    refused) refused "$@" ;;
    pkgconfig) with_pkgconfig "$@" ;;
    subdirectory) with_subdirectory "$@" ;;
    clean) rm -rf "$temporary" ;;
    *) fail "no way $way" ;;
esac
