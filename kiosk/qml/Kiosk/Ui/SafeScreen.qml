pragma ComponentBehavior: Bound
import QtQuick

// What is shown when nothing else can be: a sash with loose ends, a promise and a code for staff. Made of rectangles and one font; needs no session, theme, picture or module.
Rectangle {
    id: root

    property string mark: "Juosta"
    property string title: "Back in a moment"
    property list<string> lines: ["This screen is catching its breath and will return by itself."]
    // The same in the other languages of the stand
    property list<string> promises
    property string staffLine: "Staff: hold the diamond at the top for five seconds · code %1"
    property string code
    property string fontFamily: "Manrope"
    readonly property bool portrait: height > width
    readonly property real u: Math.min(Math.min(width, height) / 1080, Math.max(width, height) / 1920)
    readonly property real margin: (portrait ? 72 : 96) * u

    // Against burn-in all moves by a pixel or two each minute: nobody knows how long it stands here
    property int minute: 0

    signal staffHeld

    color: "#0B1113"
    transform: Translate {
        x: [0, 1, 2, 1][root.minute % 4]
    }
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title

    Timer {
        running: true
        interval: 60000
        repeat: true
        onTriggered: root.minute += 1
    }

    component Words: Text {
        color: "#B9C1BF"
        font.family: root.fontFamily
        font.pixelSize: Math.max(1, Math.round(37 * root.u))
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        lineHeight: 1.05
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    SafeSash {
        x: root.portrait ? root.width * 0.2 : root.width * 0.53
        y: root.portrait ? root.height * 0.55 : (root.height - height) / 2 - 21 * root.u
        width: root.width - x
        stitch: 19 * root.u
    }

    Item {
        id: diamond

        x: root.margin - 24 * root.u
        y: 62 * root.u
        width: 82 * root.u
        height: width

        Repeater {
            model: 81

            Rectangle {
                required property int index
                readonly property real unit: 34 / 9 * root.u
                readonly property int away: Math.abs(index % 9 - 4) + Math.abs(Math.floor(index / 9) - 4)

                visible: away < 5 && away % 2 === 0
                x: 24 * root.u + index % 9 * unit
                y: 24 * root.u + Math.floor(index / 9) * unit
                width: 0.8 * unit
                height: width
                color: "#F6B545"
            }
        }

        TapHandler {
            longPressThreshold: 5
            gesturePolicy: TapHandler.WithinBounds
            onLongPressed: root.staffHeld()
        }
    }

    Words {
        anchors.verticalCenter: diamond.verticalCenter
        x: root.margin + 52 * root.u
        text: root.mark
        color: "#F5F0E6"
        font.pixelSize: Math.round(28 * root.u)
        font.weight: Font.DemiBold
    }

    Column {
        x: root.margin
        y: root.portrait ? 420 * root.u : (root.height - height) / 2 - 76 * root.u
        width: root.portrait ? root.width - 2 * x : root.width * 0.48 - x
        spacing: 28 * root.u

        Words {
            width: parent.width
            text: root.title
            color: "#F5F0E6"
            font.pixelSize: Math.round(104 * root.u)
            font.weight: Font.Medium
            font.letterSpacing: -3.4 * root.u
            lineHeight: 0.78
        }

        Repeater {
            model: [...root.lines, ...root.promises]

            Words {
                required property string modelData

                width: Math.min(parent.width, 760 * root.u)
                text: modelData
            }
        }
    }

    Words {
        x: root.margin
        y: root.height - (root.portrait ? 132 : 96) * root.u
        width: root.width - 2 * x
        visible: root.code !== ""
        text: root.staffLine.arg(root.code)
        font.pixelSize: Math.round(26 * root.u)
        font.weight: Font.Medium
    }
}
