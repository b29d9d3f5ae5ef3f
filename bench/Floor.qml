import QtQuick

Window {
    width: 1920
    height: 1080
    visible: true
    color: "#0B1113"

    Text {
        anchors.centerIn: parent
        text: "A million people. One line."
        color: "white"
        font.pixelSize: 124
        textFormat: Text.PlainText
    }
}
