#!/bin/sh
# A new version only stops the kiosk, so that it does not read half of each; a removal gives the
# machine back.
set -e
case "${1:-0}" in
upgrade | 1) /usr/lib/juosta/stand stop ;;
remove | 0) /usr/lib/juosta/stand leave ;;
esac
