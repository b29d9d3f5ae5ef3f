#!/bin/sh
# Settings and content stay until the package is purged; RPM knows no purge and leaves the content.
set -e
alive() { [ -d /run/systemd/system ]; }
case "${1:-0}" in
remove | 0)
    if [ -e /boot/grub/grub.cfg ] && command -v update-grub >/dev/null; then
        update-grub >/dev/null 2>&1 || :
    fi
    if alive; then
        systemctl daemon-reload
        udevadm control --reload || :
    fi
    ;;
purge)
    rmdir --ignore-fail-on-non-empty /etc/systemd/system/juosta*.service.wants 2>/dev/null || :
    rm -rf /var/lib/juosta /etc/juosta
    rm -f /var/lib/systemd/deb-systemd-helper-enabled/juosta*
    if getent passwd juosta >/dev/null; then
        userdel juosta 2>/dev/null || deluser --quiet --system juosta || :
    fi
    if getent group juosta >/dev/null; then
        groupdel juosta 2>/dev/null || :
    fi
    ;;
esac
