pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// What a very large number counts.
ThemeText {
    id: root

    role: "bandTitle"
    font.weight: Theme.contrast ? 600 : 500
    wrapMode: Text.WordWrap
}
