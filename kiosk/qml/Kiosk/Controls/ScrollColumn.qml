pragma ComponentBehavior: Bound
import QtQuick

// A column that scrolls only when its content is taller than it: then a bar beyond its far edge
// shows where one is, and the content fades out where more follows. Children go into the column.
// The bar takes no width from them: narrower content could fit again, and the layout never rest.
Item {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    property color ground: Theme.background
    readonly property bool scrolls: column.implicitHeight > flick.height + 1
    readonly property real room: width
    readonly property real contentHeight: column.implicitHeight - air
    // Accents stand out of their boxes, footnote marks are touched beside theirs: the clip spares both
    readonly property real air: Math.round(12 * Theme.u)
    readonly property real sideAir: Math.round(28 * Theme.u)
    readonly property real position: flick.contentY
    readonly property bool atEnd: flick.atYEnd
    readonly property Item reached: Window.activeFocusItem

    // What the keyboard has reached comes into view
    onReachedChanged: if (scrolls && holds(reached))
        reveal(reached)

    function holds(item: Item): bool {
        for (let up = item; up; up = up.parent)
            if (up === column)
                return true;
        return false;
    }

    function toStart(): void {
        flick.cancelFlick();
        flick.contentY = 0;
    }

    // Most of a screenful on; from the end back to the start. For a button beside the column.
    function turn(): void {
        const most = flick.contentHeight - flick.height;
        flick.cancelFlick();
        turning.to = flick.atYEnd ? 0 : Math.min(most, flick.contentY + flick.height * 0.8);
        turning.restart();
    }

    function reveal(item: Item): void {
        const top = item.mapToItem(column, 0, 0).y;
        const most = Math.max(0, flick.contentHeight - flick.height);
        flick.contentY = Math.min(most, Math.max(0, Math.min(top, Math.max(flick.contentY, top + item.height - flick.height))));
    }

    implicitHeight: contentHeight

    NumberAnimation {
        id: turning

        target: flick
        property: "contentY"
        duration: Theme.travel(420)
        easing.type: Easing.OutQuint
    }

    Flickable {
        id: flick

        anchors.fill: parent
        anchors.topMargin: -root.air
        anchors.leftMargin: -root.sideAir
        anchors.rightMargin: -root.sideAir
        clip: root.scrolls
        interactive: root.scrolls
        contentWidth: width
        // What scrolls is cut: joined letters and footnote marks reach below their last line
        contentHeight: column.implicitHeight + (root.scrolls ? root.air : 0)
        boundsBehavior: Flickable.DragOverBounds
        flickableDirection: Flickable.VerticalFlick

        Column {
            id: column

            x: root.sideAir
            width: root.width
            topPadding: root.air
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.min(parent.height / 3, 96 * Theme.u)
        visible: root.scrolls && !flick.atYEnd
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Qt.alpha(root.ground, 0)
            }
            GradientStop {
                position: 1
                color: root.ground
            }
        }
    }
    Rectangle {
        anchors.left: parent.right
        anchors.leftMargin: Math.round(14 * Theme.u)
        width: Math.max(2, Math.round(6 * Theme.u))
        radius: width / 2
        visible: root.scrolls
        color: Theme.controlBorder
        y: flick.visibleArea.yPosition * root.height
        height: Math.max(48 * Theme.u, flick.visibleArea.heightRatio * root.height)
    }
}
