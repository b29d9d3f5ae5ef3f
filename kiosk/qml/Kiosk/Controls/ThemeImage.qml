pragma ComponentBehavior: Bound
import QtQuick

// A picture that fills its room, decoded no larger than it is shown: cut around `centre`, a place in
// shares of its sides, or `whole`. An empty or broken source shows the placeholder instead. `alt`
// says what there is to see.
Item {
    id: root

    required property url source
    property string alt
    property string accent: "sea"
    property string pattern: "link"
    property point centre: Qt.point(0.5, 0.5)
    property bool whole: false
    property bool asynchronous: true
    readonly property bool missing: source.toString() === "" || picture.status === Image.Error
    readonly property bool ready: picture.status === Image.Ready

    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: alt
    Accessible.ignored: missing || alt === ""

    // As near to the middle of the room as the picture's edges allow
    function centred(place: real, size: real, room: real): real {
        return size > room ? Math.min(0, Math.max(room - size, room / 2 - place * size)) : (room - size) / 2;
    }

    Image {
        id: picture

        readonly property real wide: Math.max(1, implicitWidth)
        readonly property real high: Math.max(1, implicitHeight)
        readonly property real fill: Math.max(root.width / wide, root.height / high)
        readonly property real fit: Math.min(root.width / wide, root.height / high)
        readonly property real zoom: root.whole ? fit : fill

        x: root.centred(root.centre.x, width, root.width)
        y: root.centred(root.centre.y, height, root.height)
        width: Math.ceil(wide * zoom)
        height: Math.ceil(high * zoom)
        source: root.width > 0 && root.height > 0 ? root.source : "" // not in full size before there is a room
        fillMode: Image.PreserveAspectCrop // decoded to cover the room; its own sides are never cut
        asynchronous: root.asynchronous
        cache: false
        sourceSize.width: Math.ceil(root.width * Screen.devicePixelRatio)
        sourceSize.height: Math.ceil(root.height * Screen.devicePixelRatio)
        visible: !root.missing
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
