pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// A place and whose it is.
Item {
    id: root

    required property int place
    required property string name
    required property bool own
    required property real size
    required property real placeWidth

    readonly property int weight: own ? 700 : Theme.contrast ? 600 : 500

    implicitHeight: words.height
    Accessible.role: Accessible.StaticText
    Accessible.name: Theme.number(root.place, 0) + " " + root.name

    ThemeText {
        id: digits

        text: Theme.number(root.place, 0)
        color: root.own ? Theme.amber : Theme.muted
        font.pixelSize: words.font.pixelSize
        font.weight: root.own ? 700 : words.font.weight
        lineHeight: words.lineHeight
        width: root.placeWidth
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }

    ThemeText {
        id: words

        text: root.name
        color: root.own ? Theme.amber : Theme.text
        font.pixelSize: Math.round(root.size * (root.own ? 1 : 0.88))
        font.weight: root.weight
        lineHeight: 1.2 * font.pixelSize
        x: root.placeWidth
        width: root.width - root.placeWidth
        Accessible.ignored: true
    }
}
