pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// A number that staff change in steps, with the way back to what the stand was set up with.
StaffLine {
    id: root

    required property StaffSetting setting
    required property string unit // "%1 s": the number in its place

    changed: setting.changed
    base: unit.arg(setting.baseNumber)
    onUndone: setting.undo()

    Row {
        spacing: 20 * Theme.u

        RoundButton {
            anchors.verticalCenter: parent.verticalCenter
            glyph: Theme.glyphs.zoomOut
            size: Math.round(80 * Theme.u)
            pauseMs: 150
            enabled: root.setting.canLess
            Accessible.name: qsTr("Less: %1").arg(root.name)
            onTapped: root.setting.less()
        }
        ThemeText {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(implicitWidth, 130 * Theme.t)
            horizontalAlignment: Text.AlignHCenter
            role: "button"
            text: root.unit.arg(root.setting.number)
        }
        RoundButton {
            anchors.verticalCenter: parent.verticalCenter
            glyph: Theme.glyphs.zoomIn
            size: Math.round(80 * Theme.u)
            pauseMs: 150
            enabled: root.setting.canMore
            Accessible.name: qsTr("More: %1").arg(root.name)
            onTapped: root.setting.more()
        }
    }
}
