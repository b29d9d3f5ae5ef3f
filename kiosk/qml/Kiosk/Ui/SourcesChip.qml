pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Opens the sources of a page; not there when the page names none.
ChipButton {
    id: root

    required property PageScreen screen

    visible: screen.session.pageSources.length > 0
    text: qsTr("Sources")
    glyph: Theme.glyphs.sources
    onTapped: screen.session.openPanel("sources")
}
