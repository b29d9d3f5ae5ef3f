pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core

// One source: its footnote mark, what it is, who published it and when. An address that no code can
// hold stands here as text; the others stand below their code.
TakeRow {
    id: root

    required property Source source
    readonly property string publication: source.yearText === "" ? source.publisher : qsTr("%1, %2").arg(source.publisher).arg(source.yearText)

    mark: source.mark
    title: source.title
    lines: [publication, source.note, source.code === "" ? source.bare : ""].filter(text => text !== "")
}
