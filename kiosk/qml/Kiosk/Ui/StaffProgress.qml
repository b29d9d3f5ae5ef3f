pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// How far something has come: a row of stitches, amber up to where it is.
Item {
    id: root

    required property real share // 0 to 1
    required property string name

    implicitHeight: 120 * Theme.u
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("%1 %2 %").arg(name).arg(Math.round(100 * share))

    StitchRow {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        color: Theme.line
    }
    StitchRow {
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(0, Math.min(1, root.share)) * parent.width
        color: Theme.amber
    }
}
