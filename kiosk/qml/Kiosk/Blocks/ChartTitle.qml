pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// What a chart shows, and where that is from.
MarkedText {
    id: root

    role: "label"
    color: Theme.text
    font.weight: Theme.weight("nav")
}
