pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// The stories of a section as tiles: a row that scrolls sideways in landscape, a grid of two
// columns that scrolls upwards in portrait. A tile cut by the edge says that there is more.
FocusScope {
    id: root

    required property list<Story> stories
    required property string accent
    required property string pattern

    readonly property bool tall: Theme.portrait
    readonly property real gap: Theme.gutter
    readonly property int columns: tall ? Math.min(stories.length, Theme.readingSize === "largest" ? 1 : 2) : stories.length
    readonly property int lines: Math.ceil(stories.length / Math.max(1, columns))
    readonly property real endMargin: tall ? 0 : Theme.margin
    // Tiles share the room up to the margin while all fit; else they keep their size and scroll
    readonly property real sharedWidth: (width - endMargin + gap) / Math.max(1, columns) - gap
    readonly property real sharedHeight: (height + gap) / Math.max(1, lines) - gap
    readonly property real tileWidth: tall ? sharedWidth : Math.max(sharedWidth, 372 * Theme.th)
    readonly property real tileHeight: tall ? Math.max(sharedHeight, leastHeight) : height
    readonly property real leastHeight: (tall && Theme.readingSize === "standard" ? 192 : 216) * Theme.th

    readonly property bool scrolls: tall ? tileHeight > sharedHeight + 1 : tileWidth > sharedWidth + 1
    readonly property bool moreBefore: scrolls && (tall ? !view.atYBeginning : Theme.mirrored ? !view.atXEnd : !view.atXBeginning)
    readonly property bool moreAfter: scrolls && (tall ? !view.atYEnd : Theme.mirrored ? !view.atXBeginning : !view.atXEnd)

    // Scrolled to its end the row begins with a whole tile
    readonly property int whole: Math.max(1, Math.floor((width - endMargin + gap) / (tileWidth + gap)))
    readonly property real endSpace: tall ? 0 : scrolls ? width + gap / 2 - whole * (tileWidth + gap) : Math.max(0, endMargin - gap / 2)

    signal storyChosen(string story)

    function stepBack(): void {
        step(-1);
    }

    function stepOn(): void {
        step(1);
    }

    function step(direction: int): void {
        const low = tall ? view.originY : view.originX - view.leftMargin;
        const high = tall ? view.originY + view.contentHeight - view.height : view.originX + view.contentWidth + view.rightMargin - view.width;
        const along = tall ? view.cellHeight : view.cellWidth * (Theme.mirrored ? -1 : 1);
        glide.property = tall ? "contentY" : "contentX";
        glide.to = Math.max(low, Math.min(high, (tall ? view.contentY : view.contentX) + direction * along));
        glide.restart();
    }

    // Brings a tile that the keyboard has reached into view, as a whole: the row snaps to its tiles
    function reveal(index: int): void {
        glide.stop();
        view.positionViewAtIndex(index, GridView.Contain);
        const lines = tall ? Math.max(1, Math.floor(view.height / view.cellHeight)) : whole;
        if (cut(view.itemAtIndex(index)))
            view.positionViewAtIndex(Math.max(0, index - (lines - 1) * (tall ? columns : 1)), GridView.Beginning);
    }

    function cut(cell: Item): bool {
        const start = cell?.mapToItem(view, 0, 0) ?? Qt.point(0, 0);
        if (tall)
            return start.y + view.cellHeight > view.height + 1;
        return start.x < -1 || start.x + view.cellWidth > view.width + 1;
    }

    NumberAnimation {
        id: glide

        target: view
        duration: Theme.travel(420)
        easing.type: Easing.OutQuint
    }

    GridView {
        id: view

        anchors.left: parent.left
        anchors.leftMargin: -root.gap / 2
        y: -root.gap / 2
        width: root.tall ? root.columns * cellWidth : root.width + root.gap / 2
        height: root.height + root.gap
        cellWidth: root.tileWidth + root.gap
        cellHeight: root.tileHeight + root.gap
        leftMargin: Theme.mirrored ? root.endSpace : 0
        rightMargin: Theme.mirrored ? 0 : root.endSpace
        flow: root.tall ? GridView.FlowLeftToRight : GridView.FlowTopToBottom
        snapMode: GridView.SnapToRow
        boundsBehavior: Flickable.DragOverBounds
        interactive: root.scrolls
        clip: root.scrolls
        cacheBuffer: 4000
        keyNavigationEnabled: false
        model: root.stories
        delegate: Item {
            id: cell

            required property Story modelData
            required property int index
            // A tile alone in its line takes the whole of it
            readonly property bool alone: root.tall && index === root.stories.length - 1 && index % root.columns === 0

            width: view.cellWidth
            height: view.cellHeight

            StoryTile {
                x: root.gap / 2 - (cell.alone && Theme.mirrored ? (root.columns - 1) * view.cellWidth : 0)
                y: root.gap / 2
                width: cell.alone ? root.columns * view.cellWidth - root.gap : root.tileWidth
                height: root.tileHeight
                story: cell.modelData
                accent: root.accent
                pattern: root.pattern
                onReached: root.reveal(cell.index)
                onTapped: root.storyChosen(cell.modelData.id)
            }
        }
    }
}
