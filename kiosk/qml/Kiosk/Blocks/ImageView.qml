pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// One picture that runs off the screen's edge, and its caption on a plate below it: nothing is ever
// written on a picture. A picture that is missing leaves its area's pattern and the same plate.
BlockView {
    id: root

    required property ImageBlock block

    readonly property real rise: Theme.portrait ? 0 : Theme.marginTop
    readonly property string credit: block.picture.credit
    readonly property bool silent: block.caption === "" && credit === "" && block.sourceMark === 0
    readonly property real pad: 28 * Theme.u

    ready: picture.ready || picture.missing

    Item {
        id: sheet

        anchors.left: parent.left
        y: -root.rise
        width: root.width + Theme.margin
        height: root.height + root.rise
        Rectangle {
            anchors.fill: parent
            color: Theme.surface
        }

        ThemeImage {
            id: picture

            width: parent.width
            height: parent.height - plate.height
            source: root.block.picture.url
            alt: root.block.picture.alt
            opacity: root.ready ? 1 : 0
            accent: root.accent
            pattern: root.pattern
            whole: root.block.focus === null
            centre: root.block.focus !== null ? Qt.point(root.block.focus.across, root.block.focus.down) : Qt.point(0.5, 0.5)

            Behavior on opacity {
                enabled: !root.still

                NumberAnimation {
                    duration: Theme.duration(260)
                    easing.type: Easing.OutCubic
                }
            }
        }

        Rectangle {
            anchors.fill: parent
            visible: Theme.contrast
            color: "transparent"
            border.width: Theme.stroke
            border.color: Theme.controlBorder
        }

        Item {
            id: plate

            anchors.bottom: parent.bottom
            width: parent.width
            height: root.silent ? 0 : words.height + 2 * root.pad
            visible: height > 0

            StitchRow {
                width: parent.width
                color: root.accentColor
            }

            Column {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: root.pad
                y: root.pad
                width: root.width - root.pad

                // Without a caption the credit carries the mark
                MarkedText {
                    role: "label"
                    color: root.block.caption !== "" ? Theme.text : Theme.muted
                    width: parent.width
                    content: root.block.caption !== "" ? root.block.caption : root.credit
                    footnote: root.block.sourceMark
                    markColor: root.accentColor
                    onMarkTapped: root.sourcesRequested()
                }

                ThemeText {
                    role: "label"
                    width: parent.width
                    visible: root.block.caption !== "" && root.credit !== ""
                    text: root.credit
                }
            }
        }
    }
}
