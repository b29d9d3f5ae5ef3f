pragma ComponentBehavior: Bound
import QtQuick

// A picture that fills its room, decoded no larger than it is shown. An empty or broken source shows
// the placeholder instead. `alt` says what there is to see.
Item {
    id: root

    required property url source
    property string alt
    property string accent: "sea"
    property string pattern: "link"
    property alias fillMode: picture.fillMode
    property bool asynchronous: true
    readonly property bool missing: source.toString() === "" || picture.status === Image.Error
    readonly property bool ready: picture.status === Image.Ready

    Accessible.role: Accessible.Graphic
    Accessible.name: alt
    Accessible.ignored: missing || alt === ""

    Image {
        id: picture

        anchors.fill: parent
        source: width > 0 && height > 0 ? root.source : "" // not in full size before there is a room
        fillMode: Image.PreserveAspectCrop
        asynchronous: root.asynchronous
        cache: false
        sourceSize.width: Math.ceil(root.width * Screen.devicePixelRatio)
        sourceSize.height: Math.ceil(root.height * Screen.devicePixelRatio)
        visible: !root.missing
        clip: true
    }
    Loader {
        anchors.fill: parent
        active: root.missing
        sourceComponent: PlaceholderPicture {
            accent: root.accent
            pattern: root.pattern
        }
    }
}
