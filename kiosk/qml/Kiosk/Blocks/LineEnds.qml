pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Kiosk.Core
import Kiosk.Controls

// What each line comes to: its last value and its name beside the plot, set apart and led to the
// line's end by an elbow. The thread's own stands out in amber.
Item {
    id: root

    required property LineEndsGeometry geometry
    required property list<string> names
    required property list<string> values
    required property int amber
    required property color otherColor
    required property real lead
    required property real valueSize
    required property real nameSize

    Shape {
        ShapePath {
            strokeWidth: Theme.hairline
            strokeColor: Theme.contrast ? Theme.line : Qt.alpha(Theme.muted, 0.55)
            fillColor: "transparent"

            PathSvg {
                path: root.geometry.elbows
            }
        }
        ShapePath {
            strokeWidth: 3 * Theme.u
            strokeColor: Theme.amber
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin

            PathSvg {
                path: root.geometry.ownElbow
            }
        }
    }

    Repeater {
        model: root.values

        Column {
            id: end

            required property string modelData
            required property int index
            readonly property bool own: index === root.amber
            readonly property string name: root.names[index] ?? ""
            readonly property color dye: own ? Theme.amber : root.otherColor

            x: root.lead
            y: (root.geometry.tops[index] ?? 0) - value.height / 2
            width: root.width - root.lead
            visible: modelData !== ""
            Accessible.role: Accessible.StaticText
            Accessible.name: (name !== "" ? name + ": " : "") + modelData

            ThemeText {
                id: value

                text: end.modelData
                color: end.dye
                font.pixelSize: Math.round(root.valueSize)
                font.weight: end.own ? 700 : 600
                lineHeight: 1.2 * font.pixelSize
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }

            ThemeText {
                width: end.width
                visible: end.name !== ""
                text: end.name
                color: end.own ? Theme.text : Theme.muted
                font.pixelSize: Math.round(root.nameSize)
                font.weight: Theme.contrast || end.own ? 600 : 500
                lineHeight: 1.2 * font.pixelSize
                Accessible.ignored: true
            }
        }
    }
}
