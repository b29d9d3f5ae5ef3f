pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// A section: where one is, its hero story, and its other stories as tiles.
Item {
    id: root

    required property Session session
    // The section whose cloth is on its way; it is not drawn here meanwhile
    property string pulled: ""
    readonly property alias thread: selvedge
    // How much of the title is written, 0 to 1
    property real written: 1
    readonly property Section section: session.section
    readonly property Story hero: section.stories.find(story => story.id === section.hero) ?? section.stories[0]
    // Within reach the hero is a picture above, and the first of the tiles
    readonly property list<Story> others: [...(Theme.reach ? [hero] : []), ...section.stories.filter(story => story !== hero)]
    readonly property alias tileRow: tiles
    readonly property bool alone: others.length === 0
    readonly property bool ready: card.ready

    readonly property real side: Theme.portrait ? Theme.margin : Theme.splitSection
    readonly property real head: Theme.portrait ? intro.y + intro.height + 40 * Theme.u : Theme.marginTop
    readonly property real foot: height - Theme.contentBottom - (Theme.portrait ? (crowded ? 64 : 0) : 24) * Theme.u
    readonly property real tilesHeight: Theme.portrait ? foot - head - tallHero - Theme.gutter : Math.min(372 * Theme.th, foot - Theme.reachTop, foot - head - Theme.gutter - card.leastHeight)
    readonly property real leastHero: Math.max(284 * Theme.th, card.leastHeight, Theme.reachTop - head - Theme.gutter)
    readonly property real leastTiles: tiles.lines * (tiles.leastHeight + Theme.gutter)
    // In portrait more tiles than fit scroll, and the arrows need a row of their own
    readonly property bool crowded: height - Theme.contentBottom - head < leastHero + leastTiles
    readonly property real tallHero: Math.max(leastHero, Math.min(460 * Theme.u, foot - head - tiles.lines * (tiles.leastHeight + 12 * Theme.u + Theme.gutter)), alone ? 0 : foot - head - tiles.lines * (mostTile + Theme.gutter))
    // Few tiles leave the rest of a tall screen to the hero
    readonly property real mostTile: 400 * Theme.th

    // The place of the section's cloth, if there is room for it
    function clothOf(id: string): Item {
        return id === section.id && band.fits ? band : null;
    }

    Accessible.role: Accessible.Pane
    Accessible.name: section.title

    Item {
        id: intro

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: Theme.marginTop
        width: (Theme.portrait ? root.width : Theme.splitSection - 48 * Theme.u + Theme.margin) - Theme.margin - (Theme.portrait ? Theme.margin : Theme.margin)
        height: Theme.portrait ? introText.implicitHeight : (band.fits ? band.y - 32 * Theme.u : root.foot) - y

        ScrollColumn {
            id: introText

            anchors.fill: parent

            Eyebrow {
                width: intro.width
                glyph: root.section.iconGlyph
                text: qsTr("Area %1 of %2").arg(root.section.number).arg(root.session.sectionCount)
                accent: root.section.accent
            }
            Item {
                width: 1
                height: (Theme.portrait ? 28 : 54) * Theme.u
            }
            Item {
                width: intro.width
                height: title.height

                Item {
                    anchors.left: parent.left
                    width: parent.width * root.written
                    height: parent.height
                    clip: root.written < 1

                    Headline {
                        id: title

                        anchors.left: parent.left
                        role: "h2"
                        text: root.section.title
                        maxWidth: intro.width
                    }
                }
            }
            Item {
                width: 1
                height: 40 * Theme.u
            }
            ThemeText {
                width: intro.width
                role: "lead"
                text: root.section.lead
            }
        }
    }

    PulledCloth {
        id: band

        readonly property real wished: root.foot - 196 * Theme.u
        readonly property bool fits: !Theme.portrait && introText.implicitHeight < wished - 32 * Theme.u - intro.y

        anchors.left: parent.left
        y: wished
        width: Theme.splitSection - 68 * Theme.u
        height: Math.round(196 * Theme.u)
        visible: fits && root.pulled === ""
        pattern: root.section.pattern
        accent: root.section.accent
    }

    HeroCard {
        id: card

        anchors.left: parent.left
        anchors.leftMargin: root.side
        y: root.head
        width: root.width - root.side
        height: root.alone ? root.foot - y : Theme.portrait ? root.tallHero : tiles.y - Theme.gutter - y
        story: root.hero
        section: root.section
        enabled: !Theme.reach
        onTapped: root.session.openStory(root.section.id, root.hero.id)
    }

    TileRow {
        id: tiles

        anchors.left: parent.left
        anchors.leftMargin: root.side
        y: root.foot - height
        width: root.width - root.side - (Theme.portrait ? Theme.margin : 0)
        height: root.tilesHeight
        visible: !root.alone
        stories: root.others
        accent: root.section.accent
        pattern: root.section.pattern
        onStoryChosen: story => root.session.openStory(root.section.id, story)
    }

    // The selvedge that the thread climbs on home goes on here: over the hero, and away
    Thread {
        id: selvedge

        anchors.fill: parent
        visible: !Theme.contrast
        smoothed: false
        points: [Qt.point(root.side, card.y + card.height + 9 * Theme.u), Qt.point(root.side, Theme.portrait ? card.y - 9 * Theme.u : 0)]
        lasting: true
    }
}
