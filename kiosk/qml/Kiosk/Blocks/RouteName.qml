pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The name of a town or of a place beside the route. The map leaves out its lines below it.
ThemeText {
    id: root

    property bool capital: false
    property bool lit: false

    role: capital ? "h3" : "label"
    color: lit || capital && Theme.contrast ? Theme.text : Theme.muted
    lineHeight: Theme.naturalLine * size
    topPadding: -Math.floor(lift)
    bottomPadding: -topPadding
    wrapMode: Text.NoWrap
}
