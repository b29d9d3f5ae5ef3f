#!/bin/sh
# Installs a stand from this stick on a Debian 12 machine, without a network.
#
#   sh install.sh                        asks what it has to know
#   sh install.sh --answers answers.txt  asks nothing
#   sh install.sh --check                only looks whether it could be installed
#
# Everything is looked at before anything is changed: a message that begins with "Not installed"
# means that the machine is as it was.
set -u
LC_ALL=C.UTF-8
export LC_ALL DEBIAN_FRONTEND=noninteractive
PATH=$PATH:/usr/sbin:/usr/bin:/sbin:/bin

stick=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
# Where the machine's files are looked up; only tests set it
root=${JUOSTA_MACHINE:-}
version=@VERSION@
needed_mb=@NEEDED_MB@
glibc=@GLIBC@

site='' language='' rotation=0 pin='' running='' answers='' only_check=no

say() { printf '%s\n' "$*"; }

refuse() {
    printf 'Not installed: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '  %s\n' "$line" >&2; done
    exit 1
}

options() {
    while [ $# -gt 0 ]; do
        case "$1" in
        --check) only_check=yes ;;
        --answers)
            [ $# -ge 2 ] || refuse "--answers needs the name of a file."
            answers=$2
            shift
            ;;
        *)
            sed -n '2,9s/^# \{0,1\}//p' "$0"
            exit 2
            ;;
        esac
        shift
    done
}

# ---- what is looked at before anything is changed

machine() {
    [ "$(id -u)" = 0 ] || refuse "this needs the rights of root." "Type:  su -c 'sh $stick/install.sh'"
    [ "$(uname -m)" = x86_64 ] || refuse "this machine is $(uname -m); the program is for x86_64."
    id='' name='' number=''
    if [ -r "$root/etc/os-release" ]; then
        id=$(. "$root/etc/os-release" && printf %s "${ID:-}")
        number=$(. "$root/etc/os-release" && printf %s "${VERSION_ID:-}")
        name=$(. "$root/etc/os-release" && printf %s "${PRETTY_NAME:-}")
    fi
    if [ "$id" != debian ] || [ "$number" != 12 ]; then
        refuse "this stick is for Debian 12; here is ${name:-another system}." \
            "On a newer Debian or Ubuntu with a network:  apt install $stick/debian/juosta-$version.deb" \
            "To only show the content: unpack the portable folder, and in it type  sh start.sh"
    fi
    here=$(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d' ' -f2)
    older "${here:-0}" "$glibc" && refuse "the C library is ${here:-unknown}; $glibc or newer is needed." \
        "Bring Debian up to date first."
    if command -v dpkg >/dev/null && [ -n "$(dpkg --audit 2>/dev/null)" ]; then
        refuse "an earlier installation of packages was broken off." "Type:  dpkg --configure -a"
    fi
}

# older A B: whether version A comes before B
older() {
    [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

whole() {
    [ -r "$stick/SHA256SUMS" ] || refuse "SHA256SUMS is missing: the stick was not copied whole." \
        "Copy the whole folder once more."
    signature
    say "Checking the stick ..."
    wrong=$(cd "$stick" && sha256sum --check --quiet SHA256SUMS 2>/dev/null | head -n 3)
    if [ -n "$wrong" ]; then
        refuse "the stick was not copied whole, or is damaged:" "$wrong" "Copy the whole folder once more."
    fi
    (cd "$stick" && sha256sum --check --status SHA256SUMS 2>/dev/null) ||
        refuse "files are missing on the stick: it was not copied whole." "Copy the whole folder once more."
    # apt would rather take another list than ours, and every content would be installed
    listed=$(cut -c67- "$stick/SHA256SUMS")
    more=$(cd "$stick" && find debian content ! -type d ! -name '.*' | grep -vxF -- "$listed" | head -n 3)
    [ -z "$more" ] || refuse "files that do not belong to it are on the stick:" "$more" \
        "Delete its folder and copy the whole folder once more."
}

signature() {
    own=$root/etc/juosta/publisher.gpg
    if [ ! -e "$stick/SHA256SUMS.sig" ]; then
        [ ! -e "$own" ] || refuse "this machine takes only signed sticks, and this one is not signed."
        say "This stick is not signed: use it only if you know where it comes from."
        return
    fi
    ring=$stick/publisher.gpg
    [ ! -e "$own" ] || ring=$own
    said=$(gpgv --status-fd 1 --keyring "$ring" "$stick/SHA256SUMS.sig" "$stick/SHA256SUMS" 2>/dev/null) ||
        case "$said" in
        *NO_PUBKEY*) refuse "this stick is signed by somebody whom this machine does not know." "Do not use it." ;;
        *) refuse "the signature of this stick is not good: somebody has changed it." "Do not use it." ;;
        esac
    say "Signed by $(printf '%s' "$said" | sed -n 's/.*VALIDSIG \([0-9A-F]*\).*/\1/p')."
    [ -e "$own" ] || say "Compare that with the number on your guide. From now on only this key is taken."
}

room() {
    free=$(df -Pm "${root:-/}" | awk 'NR == 2 { print $4 }')
    [ "${free:-0}" -ge "$needed_mb" ] ||
        refuse "the disk has ${free:-0} MB of room; $needed_mb MB are needed." "Delete something first."
}

# Whether a kiosk of this machine runs; a small system has no pgrep
runs() {
    for link in "$root"/proc/[0-9]*/exe; do
        [ "$(readlink "$link" 2>/dev/null)" != /opt/juosta/kiosk ] || return 0
    done
    return 1
}

before() {
    there=$(dpkg-query -W -f '${Version}' juosta 2>/dev/null) || there=''
    if [ -n "$there" ] && dpkg --compare-versions "$version" lt "$there"; then
        refuse "version $there is installed, and this stick has the older $version." \
            "Content goes back with \"kiosk rollback\"; the program does not."
    fi
    runs || return 0
    if [ -n "$answers" ]; then
        [ "$running" = stop ] || refuse "the kiosk is running, and a visitor may be at it." \
            "Come back later, or write  running = stop  into the answers."
    elif [ "$only_check" = no ]; then
        printf 'The kiosk is running. It will be stopped for about two minutes. Go on? [y/N] '
        read -r reply || reply=n
        case "$reply" in [yYtT]*) ;; *) refuse "the kiosk goes on running." ;; esac
    fi
}

# ---- answers

wrong_answer() { refuse "$answers, line $1: $2"; }

read_answers() {
    [ -r "$answers" ] || refuse "the file $answers cannot be read."
    number=0
    while IFS= read -r line || [ -n "$line" ]; do
        number=$((number + 1))
        line=$(printf '%s' "$line" | tr -d '\r' | sed 's/#.*//; s/^[[:space:]]*//; s/[[:space:]]*$//')
        [ -n "$line" ] || continue
        case "$line" in *=*) ;; *) wrong_answer $number "there is no = in it." ;; esac
        key=$(printf '%s' "${line%%=*}" | sed 's/[[:space:]]*$//')
        value=$(printf '%s' "${line#*=}" | sed 's/^[[:space:]]*//; s/^"\(.*\)"$/\1/')
        problem=$(judge "$key" "$value")
        [ -z "$problem" ] || wrong_answer $number "$problem"
        take "$key" "$value"
    done <"$answers"
    [ -n "$pin" ] || refuse "$answers has no line  pin = ..." "Staff need a code to get at the stand."
}

# judge KEY VALUE: what is wrong with an answer, or nothing
judge() {
    case "$1" in
    site) like "$2" '^[a-z0-9][a-z0-9-]*$' || say "a site has small letters, digits and hyphens: riga" ;;
    language) like "$2" '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' || say "a language is a tag like en or lt" ;;
    rotation) like "$2" '^(0|90|180|270)$' || say "rotation is 0, 90, 180 or 270" ;;
    pin)
        like "$2" '^[0-9]{@PIN_LEAST@,@PIN_MOST@}$' || say "the code has @PIN_LEAST@ to @PIN_MOST@ digits"
        case 01234567890 in *"$2"*) say "the code is too easy to guess" ;; esac
        case 09876543210 in *"$2"*) say "the code is too easy to guess" ;; esac
        if like "$2" '^(.+)\1+$'; then say "the code is too easy to guess"; fi
        ;;
    running) [ "$2" = stop ] || say "running can only be stop" ;;
    *) say "$1 is unknown; there are site, language, rotation, pin and running" ;;
    esac
}

like() { printf '%s\n' "$1" | grep -Eq -- "$2"; }

take() {
    case "$1" in
    site) site=$2 ;;
    language) language=$2 ;;
    rotation) rotation=$2 ;;
    pin) pin=$2 ;;
    running) running=$2 ;;
    esac
}

# ask KEY WORDS DEFAULT: until the answer is one
ask() {
    while :; do
        printf '%s' "$2"
        [ -z "$3" ] || printf ' [%s]' "$3"
        printf ': '
        read -r reply || refuse "there are no more answers."
        reply=${reply:-$3}
        problem=''
        [ -z "$reply" ] || problem=$(judge "$1" "$reply")
        [ -n "$problem" ] || break
        say "  $problem"
    done
    take "$1" "$reply"
}

ask_pin() {
    while :; do
        hidden "Code of the staff, @PIN_LEAST@ digits or more (nothing is shown)"
        first=$reply
        problem=$(judge pin "$first")
        if [ -n "$problem" ]; then
            say "  $problem"
            continue
        fi
        hidden "The same code once more"
        [ "$first" != "$reply" ] || break
        say "  The two are not the same."
    done
    pin=$first
}

hidden() {
    printf '%s: ' "$1"
    trap 'stty echo 2>/dev/null; exit 130' INT TERM
    stty -echo 2>/dev/null
    read -r reply || reply=''
    stty echo 2>/dev/null
    trap - INT TERM
    echo
    [ -n "$reply" ] || refuse "no code was typed."
}

# A stand that has been set up keeps its settings and its content
is_set_up() { grep -qs '^pin' "$root/var/lib/juosta/settings.toml"; }
has_content() { [ -n "$(ls "$root/var/lib/juosta/content/versions" 2>/dev/null)" ]; }

questions() {
    say "Four questions; Enter takes what stands in brackets."
    ask site "Site of this stand, small letters (riga)" ""
    ask language "Language it starts in (en, lt; empty: as the content says)" ""
    ask rotation "Is the screen turned? 0, 90, 180 or 270" 0
    ask_pin
}

# ---- the installation

broken() {
    printf 'The installation stopped: %s\n' "$1" >&2
    printf '  Start it once more; it goes on where it stopped. What was said: %s\n' "$log" >&2
    exit 1
}

packages() {
    say "[1/4] Installing the program (a few minutes) ..."
    work=$(mktemp -d) || broken "there is no room for temporary files."
    ln -s "$stick" "$work/stick"
    mkdir -p "$work/lists/partial" "$work/archives/partial"
    chmod 755 "$work"
    echo "deb [trusted=yes] file:$work/stick/debian ./" >"$work/sources.list"
    apt="apt-get -q -y -o Dir::Etc::sourcelist=$work/sources.list -o Dir::Etc::sourceparts=-
        -o Dir::State::lists=$work/lists -o Dir::Cache::archives=$work/archives
        -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=root
        -o Acquire::Languages=none -o Dpkg::Options::=--force-confold"
    $apt update >>"$log" 2>&1 || broken "the packages on the stick cannot be read."
    $apt install --no-install-recommends juosta >>"$log" 2>&1 || broken "a package could not be installed."
    rm -rf "$work"
}

# Also in an upgrade, and where an installation was cut short: from the first signed stick on the machine
# has its publisher. A key that is not whole would refuse every stick, so it comes in one step
publisher() {
    own=$root/etc/juosta/publisher.gpg
    if [ ! -e "$stick/SHA256SUMS.sig" ] || [ -e "$own" ]; then
        return
    fi
    { cp "$stick/publisher.gpg" "$own.new" && sync "$own.new" && mv "$own.new" "$own"; } 2>>"$log" ||
        broken "the publisher's key could not be kept."
}

kiosk() { (cd / && runuser -u juosta -- env HOME=/var/lib/juosta /opt/juosta/kiosk "$@"); }

settings() {
    if is_set_up; then
        say "[2/4] Settings stay as they are."
        return
    fi
    say "[2/4] Settings ..."
    [ -z "$site" ] || kiosk config set stand.site "$site" >>"$log" 2>&1 || broken "the site was refused."
    [ -z "$language" ] || kiosk config set languages.start "$language" >>"$log" 2>&1 ||
        broken "the language was refused."
    kiosk config set screen.rotation "$rotation" >>"$log" 2>&1 || broken "the rotation was refused."
    printf '%s\n' "$pin" | kiosk config pin --stdin >>"$log" 2>&1 || broken "the code was refused."
}

content() {
    if has_content; then
        say "[3/4] Content stays as it is."
        return
    fi
    say "[3/4] Content ..."
    for file in "$stick"/content/*.kiosk; do
        [ -e "$file" ] || continue
        here=/var/lib/juosta/first.kiosk
        install -o juosta -g juosta -m 640 "$file" "$here" || broken "the content could not be copied."
        kiosk install "$here" >>"$log" 2>&1 || broken "the content was refused."
        rm -f "$here"
    done
}

trial() {
    say "[4/4] The program tries itself ..."
    told=$(kiosk --self-test 2>>"$log") || broken "the program does not work here."
    say "$told"
}

main() {
    options "$@"
    machine
    [ -z "$answers" ] || read_answers
    whole
    room
    before
    if [ "$only_check" = yes ]; then
        say "It can be installed."
        exit 0
    fi
    [ -n "$answers" ] || is_set_up || questions
    log=$root/var/log/juosta-install.log
    : >"$log" && chmod 600 "$log"
    packages
    publisher
    settings
    content
    trial
    rm -f "$log"
    say "Done. Start the machine anew; the stand comes up by itself."
}

main "$@"
