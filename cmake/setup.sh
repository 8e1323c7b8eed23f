# shellcheck shell=sh disable=SC2034,SC2154
# Shared by ./granary and ./dev, which set $root to the project's folder before reading this.
# Everything here speaks on stderr, and little: what programs say goes to a log.

build_packages="g++ cmake ninja-build libeigen3-dev libboost-dev libfmt-dev libtomlplusplus-dev
    libcli11-dev libmd-dev"
web_packages="cmake ninja-build libeigen3-dev libboost-dev libfmt-dev libtomlplusplus-dev emscripten"

say() {
    printf 'granary: %s\n' "$*" >&2
}

# Shows the first failed step in $log, or else its last lines, and gives up.
fail() {
    say "$1, from $log:"
    if grep -q '^FAILED' "$log"; then
        sed -n '/^FAILED/,$p' "$log" | head -n 60 >&2
    else
        tail -n 40 "$log" >&2
    fi
    exit 1
}

# Runs a program with its output in $log; a terminal also sees the newest line of it.
logged() {
    if [ ! -t 2 ]; then
        "$@" >>"$log" 2>&1 </dev/null
        return
    fi
    { "$@" 2>&1 </dev/null && echo "$log_passed"; } | {
        last=
        while IFS= read -r last; do
            [ "$last" = "$log_passed" ] && break
            printf '%s\n' "$last" >>"$log"
            printf '\r\033[K%.78s' "$last" >&2
        done
        printf '\r\033[K' >&2
        [ "$last" = "$log_passed" ]
    }
}
log_passed="-- passed --"

# What is built lies in build/, and in a folder that CMake can name.
need_build_folder() {
    case $root in
        *[][#\;\"\$\\\|\<\>]*)
            say "CMake cannot build in a folder whose name has one of [ ] # ; \" \$ \\ | < >: $root"
            exit 5
            ;;
    esac
    mkdir -p "$root/build" 2>/dev/null && [ -w "$root/build" ] && return
    say "nothing can be built here: $root/build cannot be written"
    exit 5
}

# Makes $log a new file of the given name under build/.
open_log() {
    need_build_folder
    log=$root/build/$1.log
    : >"$log"
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@"
}

# Installs those of the named Debian packages that are missing.
need_packages() {
    command -v dpkg-query >/dev/null || return 0 # not Debian: CMake names what it does not find
    missing=
    for package in "$@"; do
        case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
            *" ok installed") ;;
            *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || return 0
    say "installing Debian packages:$missing"
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        say "this needs root or sudo; as root: apt-get install --no-install-recommends$missing"
        exit 1
    fi
    # Package lists may be absent (a fresh container) or stale: then a second try after an update.
    # shellcheck disable=SC2086
    logged apt_get install -y --no-install-recommends $missing ||
        { logged apt_get update && logged apt_get install -y --no-install-recommends $missing; } ||
        fail "could not install the packages"
}

# Waits until no other build of this preset runs; held until release_build.
hold_build() {
    need_build_folder
    exec 9>"$root/build/$1.lock"
    if command -v flock >/dev/null; then flock 9; fi
}

release_build() {
    exec 9>&-
}

# Configures and builds a preset: build_preset PRESET [BUILD OPTIONS]. --fresh starts anew where the
# folder was moved or copied since, which CMake refuses to go on with.
build_preset() {
    preset=$1
    shift
    cache=$root/build/$preset/CMakeCache.txt
    fresh=
    if [ -e "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
        fresh=--fresh
    fi
    say "building, log in build/$preset.log"
    logged cmake -S "$root" --preset "$preset" $fresh || fail "could not configure"
    logged cmake --build "$root/build/$preset" "$@" || fail "could not build"
}

# Installs the programs of cmake/tools.txt under build/tools, with the Python that is Debian's.
need_tools() {
    if cmp -s "$root/cmake/tools.txt" "$root/build/tools/installed.txt"; then return; fi
    need_packages python3-venv
    say "installing the programs of cmake/tools.txt"
    {
        logged /usr/bin/python3 -m venv --clear "$root/build/tools" &&
            logged "$root/build/tools/bin/pip" install --require-hashes -r "$root/cmake/tools.txt" &&
            cp "$root/cmake/tools.txt" "$root/build/tools/installed.txt"
    } || fail "could not install the programs of cmake/tools.txt"
}

page=$root/build/web/granary.html

page_up_to_date() {
    [ -e "$page" ] && [ -e "$page.stamp" ] &&
        [ -z "$(cd "$root" && find CMakeLists.txt CMakePresets.json cmake include src data scenarios web \
            -name node_modules -prune -o -newer "$page.stamp" -print -quit)" ]
}

# Debian's npm cannot be installed beside a newer node, which brings its own.
npm_packages() {
    command -v npm >/dev/null || echo nodejs npm
}

install_npm_packages() {
    [ -n "$(find "$root/web/node_modules/.package-lock.json" -newer "$root/web/package-lock.json" \
        2>/dev/null)" ] ||
        logged npm --prefix "$root/web" ci --no-audit --no-fund || fail "could not install npm packages"
}

# Builds the classroom page where something changed: the model with Emscripten, then one HTML file.
build_page() {
    if page_up_to_date; then return; fi
    hold_build web
    if ! page_up_to_date; then make_page_anew; fi # or another built it while this one waited
    release_build
}

make_page_anew() {
    open_log web
    # shellcheck disable=SC2046,SC2086
    need_packages $web_packages $(npm_packages)
    install_npm_packages # before the stamp: it makes a folder in web/
    touch "$root/build/page.new"
    export NODE_PATH=/usr/share/nodejs # where Debian keeps what Emscripten's linker imports
    build_preset web
    logged npm --prefix "$root/web" run build || fail "could not build the page"
    mv "$root/build/web/page/index.html" "$page"
    mv "$root/build/page.new" "$page.stamp"
}
