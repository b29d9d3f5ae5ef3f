pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Home: the title, and one woven band per section that runs off the screen. Within reach the bands lie
// at the foot, in landscape two in a row.
Item {
    id: root

    required property Session session
    // The section whose cloth is on its way; its band shows words alone meanwhile
    property string pulled: ""
    readonly property alias thread: selvedge.thread
    readonly property int count: session.sections.length
    readonly property real gap: Math.round(16 * Theme.u)
    readonly property bool paired: Theme.reach && !Theme.portrait
    readonly property int rows: paired ? Math.ceil(count / 2) : count
    readonly property real bandsX: Theme.portrait || paired ? Theme.margin : Theme.splitHome
    readonly property real foot: height - Theme.contentBottom
    readonly property real bandHeight: Math.floor((foot - bandsTop - gap * (rows - 1)) / Math.max(1, rows))
    readonly property real bandsTop: paired ? Math.max(Theme.reachTop, textFoot + 44 * Theme.u) : Theme.portrait ? tallTop() : Theme.marginTop
    readonly property real titleTop: Theme.marginTop + (paired ? 92 : 128) * Theme.u
    readonly property real titleRoom: (paired ? Theme.reachTop - 60 * Theme.u : Theme.portrait ? Math.max(foot - count * (150 * Theme.th + gap), Theme.reachTop) - 130 * Theme.u : foot) - titleTop
    readonly property real textFoot: lead.visible && !paired ? lead.y + lead.height : title.y + title.height
    readonly property bool leadFits: paired ? lead.height < title.height + 24 * Theme.u : title.y + title.height + 44 * Theme.u + lead.height < (Theme.portrait ? root.foot - root.count * (190 * Theme.u + root.gap) : root.foot)
    readonly property bool curved: Theme.portrait || paired ? bandsTop - textFoot > (lead.visible && !paired ? 104 : paired ? 96 : 150) * Theme.u : foot - textFoot > 204 * Theme.u

    function tallTop(): real {
        const wished = foot - count * (Math.min(count, 4) < 4 ? 290 : count === 4 ? 230 : 180) * Theme.u - (count - 1) * gap;
        return Math.max(wished, textFoot + 44 * Theme.u, Theme.reachTop);
    }

    function labelEnd(): real {
        let end = 0;
        for (let i = 0; i < bands.count; ++i)
            end = Math.max(end, (bands.itemAt(i) as Band)?.labelEnd ?? 0);
        return end;
    }

    // All bands are alike: one that has no room for its second line takes it from the others
    function subtitled(): bool {
        for (let i = 0; i < bands.count; ++i)
            if ((bands.itemAt(i) as Band)?.roomy === false)
                return false;
        return true;
    }

    function bandRect(index: int): rect {
        const half = (width - bandsX - gap) / 2;
        const first = paired && index % 2 === 0;
        const x = paired && !first ? bandsX + half + gap : bandsX;
        const row = paired ? Math.floor(index / 2) : index;
        return Qt.rect(x, bandsTop + row * (bandHeight + gap), first && index + 1 < count ? half : width - x, bandHeight);
    }

    // Where the cloth of a section lies, and where its pattern begins; nothing for another section
    function clothOf(id: string): Band {
        return [...Array(bands.count).keys()].map(i => bands.itemAt(i) as Band).find((band, i) => root.session.sections[i]?.id === id) ?? null;
    }

    StaffGesture {
        session: root.session
    }

    Headline {
        id: title

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: root.titleTop
        role: "display"
        factor: root.paired ? 0.9 : 1
        text: root.session.title
        maxWidth: root.paired ? 1060 * Theme.u : (Theme.portrait ? root.width - Theme.margin : Theme.splitHome - 36 * Theme.u) - Theme.margin
        maxLines: Math.max(2, Math.floor(root.titleRoom / (Theme.pixelSize("display") * Theme.lineFactor("display"))))
    }

    ThemeText {
        id: lead

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin + (root.paired ? 1147 * Theme.u : 0)
        y: root.paired ? title.y + title.height - height - 12 * Theme.u : title.y + title.height + 38 * Theme.u
        width: root.paired ? root.width - anchors.leftMargin - Theme.margin : Math.min(title.maxWidth, 620 * Theme.t)
        role: "lead"
        text: root.session.lead
        visible: Theme.readingSize !== "largest" && root.leadFits
    }

    Repeater {
        id: bands

        model: root.session.sections

        Band {
            required property Section modelData
            required property int index
            readonly property rect place: root.bandRect(index)

            anchors.left: parent?.left
            anchors.leftMargin: place.x
            y: place.y
            width: place.width
            height: place.height
            title: modelData.title
            subtitle: qsTr("%n stories", "", modelData.storyCount)
            accent: modelData.accent
            pattern: modelData.pattern
            patternStart: root.labelEnd() - 24 * Theme.u
            titleRoom: root.paired ? 0.56 * width : Math.min(700 * Theme.u, width * 0.66)
            subtitled: root.subtitled()
            pulled: root.pulled === modelData.id
            onTapped: root.session.openSection(modelData.id)
        }
    }

    HomeThread {
        id: selvedge

        anchors.fill: parent
        visible: root.session.panel !== "language"
        curved: root.curved
        falls: Theme.portrait || root.paired
        bands: Array.from({
            length: root.rows
        }, (_, i) => root.bandRect(root.paired ? 2 * i : i))
    }
}
