pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core

// A paragraph of the story column.
BlockView {
    id: root

    required property TextBlock block

    implicitHeight: paragraph.height

    MarkedText {
        id: paragraph

        width: root.width
        content: root.block.text
        footnote: root.block.sourceMark
        markColor: root.accentColor
        onMarkTapped: root.sourcesRequested()
    }
}
