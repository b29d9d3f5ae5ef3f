pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The bands of all sections, weaving themselves one after the other.
Item {
    id: root

    required property list<Section> sections
    readonly property real gap: Math.round(16 * Theme.u)
    readonly property real bandHeight: Math.floor((height - gap * (sections.length - 1)) / Math.max(1, sections.length))
    readonly property bool still: Theme.software || Theme.lessMotion

    Repeater {
        model: root.sections

        Item {
            id: band

            required property Section modelData
            required property int index

            y: index * (root.bandHeight + root.gap)
            width: root.width
            height: root.bandHeight

            Rectangle {
                anchors.fill: parent
                color: Theme.tintColor(band.modelData.accent)
                border.width: Theme.contrast ? Theme.stroke : 0
                border.color: Theme.controlBorder
            }
            Weave {
                id: cloth

                anchors.fill: parent
                pattern: band.modelData.pattern
                accent: Theme.accentColor(band.modelData.accent)
                ground: Theme.tintColor(band.modelData.accent)
                fade: 200 * Theme.u

                SequentialAnimation on progress {
                    running: !root.still

                    PropertyAction {
                        value: 0
                    }
                    PauseAnimation {
                        duration: 400 + band.index * 700
                    }
                    NumberAnimation {
                        to: 1
                        duration: 2600
                        easing.type: Easing.InOutSine
                    }
                }
            }
        }
    }
}
