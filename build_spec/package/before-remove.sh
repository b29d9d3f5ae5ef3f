#!/bin/sh
# A new version only stops the kiosk, so that it does not read half of each; a removal gives the
# machine back. RPM, which calls it with the number of versions that stay, has before-install.sh for the first.
set -e
case "${1:-0}" in
upgrade) /usr/lib/juosta/stand stop ;;
remove | 0) /usr/lib/juosta/stand leave ;;
esac
