#!/bin/sh
# Starts the kiosk from this folder, without installing anything: sh start.sh
# Says in words where the system does not fit; `kiosk` beside it starts without looking.

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
least=@GLIBC@

refuse() {
    printf 'Not started: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '  %s\n' "$line" >&2; done
    exit 1
}

[ "$(uname -m)" = x86_64 ] || refuse "this machine is $(uname -m); the program is for x86_64."
for each in kiosk _internal/fallback/order _internal/kiosk/qml; do
    [ -e "$here/$each" ] || refuse "$each is missing: the folder was not copied whole." "Copy it once more."
done
glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d' ' -f2)
[ -n "$glibc" ] || refuse "this system has not the C library glibc; $least or newer is needed." \
    "Debian 12, Ubuntu 22.04 and newer ones have it."
if [ "$(printf '%s\n%s\n' "$glibc" "$least" | sort -V | head -n 1)" != "$least" ]; then
    refuse "the C library of this system is $glibc; $least or newer is needed." \
        "Debian 12, Ubuntu 22.04 and newer ones have it."
fi
[ $# -gt 0 ] || set -- run
exec "$here/kiosk" "$@"
