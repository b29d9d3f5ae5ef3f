pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core

// One place of the navigation bar: icon and word; amber with a row of stitches where one is. `fit`
// below 1 makes both smaller where a bar is full; `naturalWidth` is the width without it.
Tappable {
    id: root

    required property string text
    required property string glyph
    property bool current: false
    property real fit: 1
    readonly property color ink: current ? Theme.amber : Theme.text
    readonly property real naturalWidth: Math.ceil(measure.natural + 38 * Theme.t + 70 * Theme.u)

    implicitWidth: Math.ceil(row.width + 52 * fit * Theme.u)
    implicitHeight: Math.round(88 * Theme.u)
    opacity: enabled ? 1 : 0.38
    radius: height / 2
    Accessible.name: text
    Accessible.selected: current

    Balance {
        id: measure

        text: root.text
        family: Theme.family
        pixelSize: Theme.pixelSize("nav")
        weight: Theme.weight("nav")
        tracking: Theme.tracking("nav")
    }

    Row {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: 24 * root.fit * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        spacing: 16 * root.fit * Theme.u

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            glyph: root.glyph
            size: 38 * Theme.t * root.fit
            color: root.ink
        }
        ThemeText {
            anchors.verticalCenter: parent.verticalCenter
            role: "nav"
            fit: root.fit
            text: root.text
            color: root.ink
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }

    StitchRow {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: 28 * root.fit * Theme.u
        anchors.rightMargin: 28 * root.fit * Theme.u
        anchors.bottomMargin: Math.round(4 * Theme.u)
        visible: root.current
    }
}
