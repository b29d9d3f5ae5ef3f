pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The whole screen as cloth: each field is woven where a finger goes, up to ten at a time. What stays
// dark cannot be reached.
FocusScope {
    id: root

    required property Session session
    readonly property int columns: Theme.portrait ? 9 : 16
    readonly property int lines: Theme.portrait ? 16 : 9
    readonly property real cellWidth: width / columns
    readonly property real cellHeight: height / lines
    property list<bool> lit: []
    readonly property int count: lit.filter(Boolean).length

    function fieldAt(x: real, y: real): int {
        const column = Math.floor(x / cellWidth);
        const line = Math.floor(y / cellHeight);
        const inside = column >= 0 && column < columns && line >= 0 && line < lines;
        return inside ? line * columns + column : -1;
    }

    function weave(points: var): void {
        for (const point of points) {
            const field = fieldAt(point.x, point.y);
            if (field >= 0 && !lit[field])
                lit[field] = true;
        }
    }

    function clear(): void {
        lit = Array(columns * lines).fill(false);
    }

    focus: true
    Component.onCompleted: {
        clear();
        forceActiveFocus();
    }
    onColumnsChanged: clear()
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Touch test")
    Keys.onEscapePressed: session.back()
    Keys.onBackPressed: session.back()

    Repeater {
        model: root.columns * root.lines

        Rectangle {
            id: field

            required property int index
            readonly property bool woven: root.lit[index] ?? false
            readonly property real air: Math.round(3 * Theme.u)

            x: index % root.columns * root.cellWidth + air
            y: Math.floor(index / root.columns) * root.cellHeight + air
            width: root.cellWidth - 2 * air
            height: root.cellHeight - 2 * air
            color: woven ? Theme.amber : Theme.surface
            border.width: Theme.contrast && !woven ? Theme.hairline : 0
            border.color: Theme.controlBorder
        }
    }

    MultiPointTouchArea {
        anchors.fill: parent
        mouseEnabled: true
        maximumTouchPoints: 10
        onPressed: touchPoints => root.weave(touchPoints)
        onUpdated: touchPoints => root.weave(touchPoints)
    }

    Rectangle {
        anchors.centerIn: parent
        width: words.width + 96 * Theme.u
        height: words.height + 80 * Theme.u
        color: Theme.background
        border.width: Theme.stroke
        border.color: Theme.controlBorder

        Column {
            id: words

            readonly property real room: Math.min(760 * Theme.t, root.width - 2 * Theme.margin - 96 * Theme.u)

            anchors.centerIn: parent
            width: room
            spacing: 28 * Theme.u

            ThemeText {
                width: words.room
                role: "h3"
                text: qsTr("Move a finger over the whole screen")
                Accessible.role: Accessible.Heading
            }
            ThemeText {
                width: words.room
                role: "body"
                color: Theme.muted
                text: qsTr("%1 of %2 fields answer. What stays dark cannot be touched: clean the glass, then call the screen’s service.").arg(root.count).arg(root.columns * root.lines)
            }
            Flow {
                width: words.room
                spacing: 24 * Theme.u

                PillButton {
                    primary: true
                    maxWidth: words.room
                    text: qsTr("Done")
                    onTapped: root.session.back()
                }
                PillButton {
                    maxWidth: words.room
                    text: qsTr("Once more")
                    glyph: Theme.glyphs.restart
                    onTapped: root.clear()
                }
            }
        }
    }
}
