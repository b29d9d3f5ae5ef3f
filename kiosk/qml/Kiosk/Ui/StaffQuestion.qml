import QtQuick
import Kiosk.Controls

// What a staff screen asks once more before it does something that visitors would notice.
QtObject {
    id: root

    required property string title
    required property string words
    required property string keep // the answer that changes nothing: the amber one
    required property string act
    property string glyph: Theme.glyphs.check

    signal confirmed
}
