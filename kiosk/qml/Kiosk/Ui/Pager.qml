pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Previous, "2 of 5", Next. The button says where Next leads; in portrait it fills a row.
Item {
    id: root

    required property Session session
    // Width of the row it has of its own; 0 beside other buttons
    required property real row
    readonly property bool tall: row > 0
    readonly property bool asks: session.page !== null && session.page.blocks.some(block => block.type === "quiz")
    readonly property bool travels: session.page !== null && session.page.blocks.some(block => block.type === "route")
    readonly property bool inSteps: session.step + 1 < session.stepCount

    function label(): string {
        if (session.atSectionEnd)
            return qsTr("Other areas");
        if (session.atStoryEnd)
            return qsTr("Next story");
        if (travels && inSteps)
            return qsTr("Next town");
        return asks && inSteps ? qsTr("Next question") : qsTr("Next");
    }

    implicitWidth: tall ? row : shortPrevious.width + count.width + next.width + 48 * Theme.u
    implicitHeight: Math.max(next.height, 88 * Theme.u)

    RoundButton {
        id: shortPrevious

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.tall
        plain: true
        size: 88 * Theme.u
        glyph: Theme.glyphs.previous
        enabled: root.session.canPrevious
        Accessible.name: qsTr("Previous")
        onTapped: root.session.previous()
    }

    NavButton {
        id: longPrevious

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        visible: root.tall
        text: qsTr("Previous")
        glyph: Theme.glyphs.previous
        fit: Math.min(1, (root.row - count.width - next.width - 32 * Theme.u) / naturalWidth)
        enabled: root.session.canPrevious
        onTapped: root.session.previous()
    }

    Item {
        id: between

        anchors.left: root.tall ? longPrevious.right : shortPrevious.right
        anchors.right: next.left
        height: root.height
    }

    ThemeText {
        id: count

        anchors.centerIn: between
        role: "nav"
        text: qsTr("%1 of %2").arg(root.session.pagerIndex + 1).arg(root.session.pagerCount)
        wrapMode: Text.NoWrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }

    PillButton {
        id: next

        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        primary: true
        minimumHeight: (root.tall ? 96 : 88) * Theme.u
        padding: 38 * Theme.u
        maxWidth: root.tall ? root.row - count.width - 0.6 * longPrevious.naturalWidth - 48 * Theme.u : Theme.screenWidth
        text: root.label()
        glyph: root.session.atSectionEnd ? Theme.glyphs.home : Theme.glyphs.next
        glyphAfter: true
        onTapped: root.session.next()
    }
}
