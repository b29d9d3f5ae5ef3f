pragma ComponentBehavior: Bound
import QtQuick

// The light of a press on a plain surface: for a moment the stitches under the finger are seen. It
// lies on the ground of a Tappable, and exists only while it is to be seen.
Item {
    id: root

    required property Tappable touched
    required property string pattern
    property color accent: Theme.amber
    readonly property Item light: loader.item as Item
    readonly property bool wanted: !Theme.software && !Theme.lessMotion && !Theme.contrast

    anchors.fill: parent

    Connections {
        target: root.touched
        enabled: root.wanted

        function onFingerDown(at: point) {
            loader.active = true;
            (loader.item as ShadedWeave).answer(root.mapFromItem(root.touched, at));
        }
        function onFingerLost() {
            (loader.item as ShadedWeave)?.forget();
        }
    }

    Loader {
        id: loader

        anchors.fill: parent
        active: false
        sourceComponent: ShadedWeave {
            cloth: cut
            onRipplingChanged: if (!rippling)
                loader.active = false
        }
    }

    Cloth {
        id: cut

        anchors.fill: parent
        pattern: root.pattern
        accent: root.accent
        start: width
        fade: 0
        textured: false
        endless: true
    }
}
