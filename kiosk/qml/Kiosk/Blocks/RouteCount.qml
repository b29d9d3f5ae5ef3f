pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The kilometres that are drawn and the town that was reached; when the line is complete, the
// block's closing word and what it means.
Item {
    id: root

    required property RouteBlock block
    required property int town
    required property real counted
    required property bool moving
    required property bool finished
    required property bool drawn
    required property color markColor
    property real room: Infinity // how high the number may be

    readonly property string kilometres: Theme.number(counted, block.decimals)
    readonly property string most: Theme.number(block.towns[block.towns.length - 1].km, block.decimals)
    readonly property string number: finished ? block.closing.word : kilometres
    readonly property real gap: 22 * Theme.u
    // Without the number itself
    readonly property real rest: 60 * Theme.u + (finished ? 0 : name.height + 12 * Theme.u) + below.height + again.height
    readonly property real size: Math.min(200 * Theme.th, Math.max(110 * Theme.u, room / figure.capShare), (said.width - gap - unit.width - 24 * Theme.u) / Math.max(0.1, probe.advanceWidth / 100))

    signal markTapped
    signal againTapped

    implicitHeight: Theme.portrait ? Math.max(said.height, again.height) : said.height + 28 * Theme.u + again.height

    TextMetrics {
        id: probe

        font.family: Theme.family
        font.weight: Theme.weight("figureM")
        font.pixelSize: 100
        text: root.most.length > root.block.closing.word.length ? root.most : root.block.closing.word
    }

    Column {
        id: said

        anchors.left: parent.left
        width: Theme.portrait ? root.width - again.width - 44 * Theme.u : root.width
        spacing: 12 * Theme.u

        Item {
            width: said.width
            height: figure.height + Math.max(0, figure.depth - 20 * Theme.u)
            Accessible.role: Accessible.StaticText
            Accessible.name: root.finished ? root.block.closing.word : qsTr("%1 km").arg(root.kilometres)

            FigureNumber {
                id: figure

                anchors.left: parent.left
                role: "figureM"
                text: root.number
                size: root.size
                changing: root.moving && !root.finished
            }

            ThemeText {
                id: unit

                role: "bandTitle"
                anchors.left: figure.right
                anchors.leftMargin: root.gap
                y: figure.height - baselineOffset
                text: qsTr("km")
                visible: !root.finished
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }

        Item {
            width: 1
            height: 8 * Theme.u
        }

        ThemeText {
            id: name

            role: "bandTitle"
            width: said.width
            visible: !root.finished
            text: root.block.towns[root.town].name
        }

        MarkedText {
            id: below

            role: root.finished ? "body" : "label"
            width: said.width
            content: root.finished ? root.block.closing.text : qsTr("As of %1").arg(root.block.asOfText)
            footnote: root.finished ? root.block.closing.sourceMark : root.block.sourceMark
            markColor: root.markColor
            onMarkTapped: root.markTapped()
        }
    }

    PillButton {
        id: again

        anchors.left: Theme.portrait ? undefined : parent.left
        anchors.right: Theme.portrait ? parent.right : undefined
        anchors.bottom: parent.bottom
        text: qsTr("Start again")
        glyph: Theme.glyphs.restart
        minimumHeight: 88 * Theme.u
        maxWidth: (Theme.portrait ? 0.56 : 1) * root.width
        enabled: root.drawn
        onTapped: root.againTapped()
    }
}
