#!/bin/sh
# Debian calls it with "configure", or with what it gave up and takes back after before-remove.sh; RPM
# with the number of versions that are there now.
set -e
case "${1:-1}" in
configure | abort-upgrade | abort-remove | abort-deconfigure | 1 | 2) /usr/lib/juosta/stand take ;;
esac
