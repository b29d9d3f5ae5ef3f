pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// All languages of the bundle by their own names. The thread runs to the current one; a touch
// changes the language at once and the panel closes a moment later.
FocusScope {
    id: root

    required property Session session
    readonly property int count: session.languages.length
    readonly property int columns: Theme.portrait ? (count > 7 ? 2 : 1) : Theme.reach && count > 8 ? 3 : count > (Theme.reach ? 4 : 6) ? 2 : 1
    readonly property int rows: Math.ceil(count / columns)
    readonly property int chosen: session.languages.findIndex(language => language.tag === session.language)
    readonly property real listX: Theme.portrait ? Theme.margin : Math.round(Theme.margin + 664 * Theme.u)
    readonly property real listY: Math.max(Theme.reachTop, listTop)
    readonly property real listTop: Theme.portrait ? Math.max(intro.y + intro.height + 96 * Theme.u, foot - rows * tallest) : Math.max(Theme.marginTop, Math.min(intro.y, (foot + Theme.marginTop - rows * tallest) / 2))
    readonly property real foot: height + Theme.navHeight - Theme.contentBottom
    readonly property real tallest: (count > 4 ? 144 : 204) * Theme.u
    readonly property real gap: 62 * Theme.u
    readonly property real columnWidth: (width - listX - Theme.margin - gap * (columns - 1)) / columns
    readonly property real rowHeight: Math.min(tallest, (foot - listY) / rows)
    readonly property rect place: placeOf(Math.max(0, chosen))

    function placeOf(index: int): rect {
        const column = Math.floor(index / rows);
        return Qt.rect(listX + column * (columnWidth + gap), listY + index % rows * rowHeight, columnWidth, rowHeight);
    }

    function threadPoints(): list<point> {
        const y = place.y + place.height - Theme.u;
        const start = foot - 118 * Theme.u;
        const run = place.x - 24 * Theme.u;
        const rise = start - y;
        const level = [0.1, 0.25, 0.5, 1].map(part => Qt.point(place.x + part * place.width, y));
        if (Theme.portrait)
            return tallThread(y).concat([Qt.point(place.x, y)], level);
        return [[0, 1], [0.17, 0.92], [0.4, 0.78], [0.56, 0.62], [0.68, 0.42], [0.8, 0.2], [0.89, 0.06], [0.96, 0.005]].map(p => Qt.point(p[0] * run, y + p[1] * rise)).concat([Qt.point(place.x + 20 * Theme.u, y)], level);
    }

    // In portrait it comes in below the heading and runs down beside the names, if there is room
    function tallThread(y: real): list<point> {
        const high = intro.y + intro.height + 150 * Theme.u;
        const side = 0.5 * Theme.margin;
        if (listY - high < 120 * Theme.u)
            return [Qt.point(0, y + 34 * Theme.u), Qt.point(side, y + 22 * Theme.u)];
        const across = [[1, -0.3], [0.82, 0.1], [0.6, 0.34], [0.36, 0.12], [0.16, 0]].map(p => Qt.point(p[0] * width, high + p[1] * 160 * Theme.u));
        const down = [Qt.point(1.2 * side, high + 60 * Theme.u), Qt.point(side, high + 150 * Theme.u)];
        return across.concat(down, [Qt.point(side, (high + y) / 2), Qt.point(side, y - 90 * Theme.u), Qt.point(1.25 * side, y - 24 * Theme.u)]);
    }

    focus: true
    Component.onCompleted: forceActiveFocus()
    Accessible.role: Accessible.Dialog
    Accessible.name: qsTr("Choose your language")

    Rectangle {
        width: parent.width
        height: parent.height
        color: Theme.background
    }

    // Touches beside the names go nowhere
    MouseArea {
        anchors.fill: parent
        onPressed: root.session.touched()
        Accessible.ignored: true
    }

    StaffGesture {
        session: root.session
    }

    Column {
        id: intro

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: Theme.marginTop + 128 * Theme.u
        spacing: 4 * Theme.u

        Headline {
            role: "h1"
            text: qsTr("Choose your language")
            maxWidth: (Theme.portrait ? root.width - Theme.margin : root.listX - 130 * Theme.u) - Theme.margin
        }
        Item {
            width: 1
            height: 24 * Theme.u
        }
        Repeater {
            model: Theme.readingSize === "largest" && !Theme.portrait ? [] : root.session.chooseInvitations

            ThemeText {
                required property string modelData

                anchors.left: parent?.left
                role: "lead"
                text: modelData
            }
        }
    }

    Thread {
        anchors.fill: parent
        visible: root.chosen >= 0
        points: root.threadPoints()
    }

    Repeater {
        model: root.session.languages

        LanguageRow {
            required property Language modelData
            required property int index
            readonly property rect place: root.placeOf(index)

            anchors.left: parent?.left
            anchors.leftMargin: place.x
            y: place.y
            width: place.width
            height: place.height
            language: modelData
            current: index === root.chosen
            large: root.count <= 4
            onTapped: {
                root.session.setLanguage(modelData.tag);
                leaving.restart();
            }
        }
    }

    Timer {
        id: leaving

        interval: 600
        onTriggered: root.session.closePanel()
    }
}
