pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Before and after, page by page and language by language, with all changes below in words.
Column {
    id: root

    required property StaffSticks sticks
    property int shown: 0
    readonly property StaffPair pair: sticks.pairs[Math.min(shown, sticks.pairs.length - 1)] ?? null
    readonly property real gap: 24 * Theme.u
    readonly property real side: (width - gap) / 2

    function kindOf(kind: string): string {
        return kind === "added" ? qsTr("new") : kind === "removed" ? qsTr("gone") : qsTr("changed");
    }

    width: parent?.width ?? 0
    spacing: root.gap

    ThemeText {
        width: root.width
        role: "lead"
        text: qsTr("%1, version %2").arg(root.sticks.title).arg(root.sticks.version)
    }
    ThemeText {
        width: root.width
        role: "body"
        color: Theme.muted
        text: root.sticks.signedBy === "" ? qsTr("Not signed") : qsTr("Signed by %1").arg(root.sticks.signedBy)
    }
    Row {
        visible: root.pair !== null
        spacing: root.gap

        StaffPicture {
            width: root.side
            title: qsTr("Now")
            source: root.pair?.before ?? ""
            none: qsTr("This page is new")
        }
        StaffPicture {
            width: root.side
            title: qsTr("Afterwards")
            source: root.pair?.after ?? ""
            none: qsTr("This page goes")
        }
    }
    Row {
        visible: root.pair !== null
        spacing: root.gap

        RoundButton {
            glyph: Theme.glyphs.back
            Accessible.name: qsTr("Previous picture")
            enabled: root.shown > 0
            onTapped: root.shown -= 1
        }
        ThemeText {
            anchors.verticalCenter: parent.verticalCenter
            role: "body"
            text: qsTr("%1 of %2 · %3 · %4").arg(root.shown + 1).arg(root.sticks.pairs.length).arg(root.pair?.name ?? "").arg(root.pair?.language ?? "")
        }
        RoundButton {
            glyph: Theme.glyphs.next
            Accessible.name: qsTr("Next picture")
            enabled: root.shown < root.sticks.pairs.length - 1
            onTapped: root.shown += 1
        }
    }
    ThemeText {
        width: root.width
        visible: root.sticks.changes.length === 0
        role: "body"
        text: qsTr("Nothing that visitors see would change.")
    }
    Repeater {
        model: root.sticks.changes

        StaffRow {
            required property StaffChange modelData

            width: root.width
            glyph: Theme.glyphs.sources
            name: modelData.title === "" ? qsTr("Attract loop, home or contact") : modelData.title
            value: qsTr("%1 · %2").arg(root.kindOf(modelData.kind)).arg(modelData.languages)
        }
    }
}
