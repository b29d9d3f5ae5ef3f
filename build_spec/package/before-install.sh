#!/bin/sh
# Of RPM alone, called with the number of versions that will be there. An upgrade stops the kiosk here, so that
# it does not read half of each: RPM calls before-remove.sh only when the new version has started.
set -e
case "${1:-1}" in
2) /usr/lib/juosta/stand stop ;;
esac
