pragma ComponentBehavior: Bound
import QtQuick

// A small outlined button: sources, share and the like.
PillButton {
    role: "nav"
    minimumHeight: 72 * Theme.u
    padding: 30 * Theme.u
    gap: 14 * Theme.u
    glyphSize: 32 * Theme.t
}
