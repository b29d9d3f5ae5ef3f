pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// One picture that fingers bring closer and move: two of them, a double touch, or `step` for a
// button. It cannot leave its frame for long; another picture begins whole.
Flickable {
    id: root

    required property Picture picture
    required property string accent
    required property string pattern
    required property bool still

    readonly property real most: 4
    readonly property bool missing: base.missing
    readonly property bool ready: base.ready || base.missing
    property real zoom: 1
    // A place of the picture, in shares of its sides, that stays where it is on the screen, in px
    property point place: Qt.point(0.5, 0.5)
    property point spot: Qt.point(width / 2, height / 2)

    // The place under a point of the frame stays there
    function hold(x: real, y: real): void {
        spot = Qt.point(x, y);
        place = Qt.point((contentX + x) / (width * zoom), (contentY + y) / (height * zoom));
    }

    function bring(wanted: real, x: real, y: real): void {
        if (missing)
            return;
        hold(x, y);
        zoom = Math.max(1, Math.min(wanted, most));
    }

    function step(by: int): void {
        gliding.enabled = true;
        bring(by > 0 ? 2 * Math.round(zoom) : Math.round(zoom) / 2, width / 2, height / 2);
    }

    function begin(): void {
        gliding.enabled = false;
        zoom = 1;
        contentX = 0;
        contentY = 0;
    }

    onPictureChanged: begin()
    onWidthChanged: begin()
    onHeightChanged: begin()
    onZoomChanged: {
        contentX = Math.max(0, Math.min(place.x * width * zoom - spot.x, width * (zoom - 1)));
        contentY = Math.max(0, Math.min(place.y * height * zoom - spot.y, height * (zoom - 1)));
    }
    contentWidth: width * zoom
    contentHeight: height * zoom
    interactive: zoom > 1
    clip: true
    pixelAligned: false

    Behavior on zoom {
        id: gliding

        enabled: false

        NumberAnimation {
            duration: root.still ? 0 : Theme.duration(260)
            easing.type: Easing.OutQuint
        }
    }

    component Sheet: ThemeImage {
        property real times: 1

        width: times * root.width
        height: times * root.height
        scale: root.zoom / times
        transformOrigin: Item.TopLeft
        source: root.picture.url
        accent: root.accent
        pattern: root.pattern
        opacity: ready || missing ? 1 : 0

        Behavior on opacity {
            enabled: !root.still

            NumberAnimation {
                duration: Theme.duration(260)
                easing.type: Easing.OutCubic
            }
        }
    }

    Sheet {
        id: base

        alt: root.picture.alt
    }

    // What a closer look needs is decoded for it
    Loader {
        active: root.zoom > 1.2 && !root.missing
        sourceComponent: Sheet {
            times: 2
        }
    }

    Item {
        width: root.contentWidth
        height: root.contentHeight

        PinchHandler {
            target: null
            onActiveChanged: gliding.enabled = false
            onScaleChanged: delta => root.bring(root.zoom * delta, centroid.position.x - root.contentX, centroid.position.y - root.contentY)
        }

        TapHandler {
            gesturePolicy: TapHandler.DragThreshold
            onDoubleTapped: finger => {
                gliding.enabled = true;
                root.bring(root.zoom > 1 ? 1 : 2, finger.position.x - root.contentX, finger.position.y - root.contentY);
            }
        }
    }
}
