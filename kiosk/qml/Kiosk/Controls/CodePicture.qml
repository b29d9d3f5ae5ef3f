pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Kiosk.Core

// A code for a phone: dark on linen in every theme, with its quiet zone. A module is a whole number
// of the screen's own pixels, at least 10u, and the code at least 400u; it is never mirrored.
Rectangle {
    id: root

    required property string content
    // What the code brings, for those who hear the page
    property string spoken
    // As large as it would like to be, and as small as it may become
    readonly property real wanted: sideOf(Math.max(least, Math.floor((Theme.portrait ? 600 : 490) * pixel / code.across)))
    readonly property real smallest: sideOf(least)
    readonly property bool there: code.across > 0
    property real side: wanted

    readonly property real pixel: Theme.u * Screen.devicePixelRatio
    readonly property int least: there ? Math.max(Math.ceil(10 * pixel - 0.01), Math.ceil(400 * pixel / code.across)) : 0

    function sideOf(modulePixels: real): real {
        return there ? modulePixels * code.across / Screen.devicePixelRatio : 0;
    }

    visible: there
    width: side
    height: side
    color: Theme.night.linen
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Code for your phone: %1").arg(spoken)

    QrCode {
        id: code

        text: root.content
    }

    Image {
        anchors.fill: parent
        source: root.there ? `image://code/${Theme.hex(Theme.night.background)}/${code.address}` : ""
        smooth: false
        mirror: false
        cache: false
    }
}
