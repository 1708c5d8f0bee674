# Shared by ./start and ./check: finds or installs what they need. POSIX shell; sourced, not run.

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# The directory of the checkout; both commands work from anywhere.
cd "$(dirname "$0")" || exit 1
root=$(pwd)

java_major() {
    [ -x "$1/bin/javac" ] || return 1
    "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1
}

# Sets JAVA_HOME to the first JDK 25 or later: JAVA_HOME, PATH, then where systems and version managers keep JDKs.
find_jdk() {
    on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/javac}
    for candidate in "${JAVA_HOME:-}" "${on_path:-}" /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
        "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* "$HOME"/.local/share/mise/installs/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ -n "$candidate" ] && [ -d "$candidate" ] || continue
        major=$(java_major "$candidate") || continue
        if [ -n "$major" ] && [ "$major" -ge 25 ]; then
            JAVA_HOME=$candidate
            export JAVA_HOME
            PATH=$JAVA_HOME/bin:$PATH
            export PATH
            return 0
        fi
    done
    fail "Collegium needs a JDK 25 or later. Install one (for instance from https://adoptium.net) or set JAVA_HOME to it."
}

node_major() { "$1" --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p'; }

# Puts a Node 24 or later, with npm beside it, at the head of PATH; the frontend is built with it.
find_node() {
    if [ -x "$root/.tools/node/bin/node" ]; then
        PATH=$root/.tools/node/bin:$PATH
        export PATH
        return 0
    fi
    found=$(command -v node 2>/dev/null || true)
    if [ -n "$found" ] && command -v npm >/dev/null 2>&1 && [ "$(node_major "$found")" -ge 24 ]; then
        return 0
    fi
    if command -v npm >/dev/null 2>&1; then
        say "Installing Node 24 into .tools/node …"
        mkdir -p "$root/.tools"
        before=$PATH
        # One after the other: the Node that a system's npm comes with may be too old for this npm.
        if npm install -g --prefix "$root/.tools/node" node@24 >"$root/.tools/node-install.log" 2>&1 \
            && PATH=$root/.tools/node/bin:$PATH && export PATH \
            && npm install -g --prefix "$root/.tools/node" npm@11 >>"$root/.tools/node-install.log" 2>&1; then
            hash -r
            return 0
        fi
        PATH=$before
        export PATH
        say "Node 24 could not be installed (see .tools/node-install.log); the build will try to download its own."
    fi
}

# Installs Debian packages when that is possible and allowed: install_packages WHY PACKAGE…
install_packages() {
    why=$1
    shift
    command="apt-get update && apt-get install -y $*"
    if [ "${no_install:-}" ] || [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        say "$why To add it: $command"
        return 1
    fi
    say "$why Installing: $*"
    mkdir -p "$root/.tools"
    (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@") \
        >"$root/.tools/apt.log" 2>&1 || { say "That failed; see .tools/apt.log."; return 1; }
}

# Sets COLLEGIUM_CHROMIUM to the first of these browsers that there is.
known_chromium() {
    for candidate in "$@"; do
        if found=$(command -v "$candidate" 2>/dev/null); then
            COLLEGIUM_CHROMIUM=$found
            export COLLEGIUM_CHROMIUM
            return 0
        fi
    done
    return 1
}

# Sets COLLEGIUM_CHROMIUM to a browser for the tests, if there is one or one can be installed. The shell without a window of its own
# comes first: the whole browser draws one, with menus, for each page that a test opens.
find_chromium() {
    known_chromium ${COLLEGIUM_CHROMIUM:+"$COLLEGIUM_CHROMIUM"} chromium-headless-shell && return 0
    if [ "$(id -u)" = 0 ] && [ -z "${no_install:-}" ] && command -v apt-get >/dev/null 2>&1; then
        install_packages "The browser tests need Chromium." chromium-headless-shell fonts-liberation \
            && known_chromium chromium-headless-shell && return 0
    fi
    known_chromium chromium chromium-browser google-chrome && return 0
    install_packages "The browser tests need Chromium." chromium && known_chromium chromium
}

# Sees to what labs run in: bubblewrap, and the system's Python with the packages that courses use most.
find_sandbox() {
    [ "$(uname -s)" = Linux ] || { say "Labs are graded in a sandbox that only Linux has; here they can be used but not graded."; return 1; }
    lacking=
    [ -x /usr/bin/bwrap ] || lacking=bubblewrap
    [ -x /usr/bin/python3 ] || lacking="$lacking python3"
    for package in numpy pandas sklearn; do
        /usr/bin/python3 -I -c "import importlib.util as u, sys; sys.exit(u.find_spec('$package') is None)" 2>/dev/null \
            || lacking="$lacking python3-$package"
    done
    [ -n "$lacking" ] || return 0
    # shellcheck disable=SC2086
    install_packages "Labs need a sandbox and Python." $lacking
}
