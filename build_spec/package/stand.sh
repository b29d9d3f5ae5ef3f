#!/bin/sh
# Makes this machine a stand when the package comes, and an ordinary one when it goes. Called by the
# scripts of the package as `stand take`, `stand stop` and `stand leave`; may be called again.
set -eu

noted=/etc/juosta/.before-the-stand

alive() { [ -d /run/systemd/system ]; }

take() {
    systemd-sysusers juosta.conf
    systemd-tmpfiles --create juosta.conf
    if [ ! -e "$noted" ]; then
        # Noted once, before it is changed; it counts as done when it is, so that a second call goes on
        [ -e "$noted.new" ] || readlink /etc/systemd/system/default.target >"$noted.new" 2>/dev/null || :
        systemctl --quiet set-default graphical.target >/dev/null 2>&1
        systemctl --quiet enable juosta.service juosta-session.service
        sync "$noted.new" || :
        mv "$noted.new" "$noted"
    fi
    if [ -e /boot/grub/grub.cfg ] && command -v update-grub >/dev/null; then
        update-grub >/dev/null 2>&1 || echo "juosta: update-grub failed; the menu of the start stays" >&2
    fi
    if alive; then
        systemctl daemon-reload
        udevadm control --reload || :
        systemctl restart systemd-sysctl.service || :
        systemctl --no-block try-restart juosta-session.service juosta-x11.service
        # Before the machine has started anew there is no screen to show anything on
        if [ -e /run/juosta-session/environment ]; then
            systemctl --no-block start juosta.service 2>/dev/null || :
        fi
    fi
}

stop() {
    if alive; then
        systemctl stop juosta.service || :
    fi
}

leave() {
    stop
    if alive; then
        systemctl stop juosta-session.service juosta-x11.service || :
        # What logind has started for the user outlives the session, and a user with processes cannot be removed
        loginctl terminate-user juosta 2>/dev/null || :
        systemctl stop "user-$(id -u juosta).slice" 2>/dev/null || :
    fi
    systemctl --quiet disable juosta.service juosta-session.service juosta-x11.service || :
    [ ! -e "$noted.new" ] || mv "$noted.new" "$noted"
    if [ -e "$noted" ]; then
        before=$(cat "$noted")
        rm -f "$noted" /etc/systemd/system/default.target
        if [ -n "$before" ]; then
            ln -s "$before" /etc/systemd/system/default.target
        fi
    fi
}

case "${1:-}" in
take | stop | leave) "$1" ;;
*)
    echo "usage: stand take|stop|leave" >&2
    exit 2
    ;;
esac
