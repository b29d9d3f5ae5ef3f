pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Countries lit on a map of stitches. First the whole world with a button per region; a region shows
// its part of the map, nearer, and the list of its lit countries. The map is never mirrored.
BlockView {
    id: root

    required property WorldBlock block

    readonly property list<string> codes: block.countries?.codes ?? []
    // A map that is only a picture may run off the screen, and sink into the ground below its number
    readonly property bool scenic: codes.length === 0 && storied && !Theme.contrast
    readonly property bool bleeds: scenic && Theme.portrait
    readonly property bool sinks: scenic && over
    readonly property bool several: regions.keys.length > 1
    readonly property int chosen: Math.max(0, Math.min(step, regions.keys.length))
    readonly property string region: several ? regions.keys[chosen - 1] ?? "" : regions.keys[0] ?? ""
    // Standard text stands in the South Pacific; larger text needs a column of its own
    readonly property bool over: !Theme.portrait && region === "" && (bare || (regions.openSea && !Theme.mirrored && Theme.readingSize === "standard"))
    readonly property bool bare: codes.length === 0 && !storied
    // Where there is room below the map, a short list needs no choice of a region
    readonly property bool listsAll: Theme.portrait && !bare && regions.total <= (Theme.readingSize === "largest" ? 8 : 20)
    readonly property real foot: several ? tabs.y - 28 * Theme.u : height
    readonly property real columnTop: over ? foot - column.headHeight : headRoom + 40 * Theme.u
    readonly property real split: Theme.splitPage + 40 * Theme.u

    ready: map.ready
    cites: block.countries !== null
    storyAtFoot: over
    storyRoom: codes.length > 0 ? Qt.rect(0, 0, 0, 0) : Theme.portrait ? Qt.rect(Theme.margin, map.y + map.height + 84 * Theme.u, width - 2 * Theme.margin, height - map.y - map.height - (Theme.reach ? 194 : 84) * Theme.u) : over ? Qt.rect(Theme.margin, (sinks ? 0.55 : 0.4) * height, (sinks ? 520 : 376) * Theme.u, (sinks ? 0.45 : 0.6) * height - 8 * Theme.u) : Qt.rect(Theme.margin, columnTop, Theme.splitPage - Theme.margin, height - columnTop)
    Accessible.role: Accessible.Chart
    Accessible.name: block.spoken

    WorldRegions {
        id: regions

        codes: root.codes
        language: Theme.localeName
    }

    WorldNames {
        id: names

        codes: root.codes
        language: Theme.localeName
        region: root.region
    }

    WorldMap {
        id: map
        readonly property real start: column.visible ? root.columnTop + column.headHeight + 36 * Theme.u : root.headRoom + (root.storied && Theme.portrait ? 0.09 * root.height : 24 * Theme.u)
        readonly property real room: root.foot - start

        // Not mirrored: it keeps to the side that the column leaves free
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        x: root.bleeds ? Math.max(root.width - width, Math.min(0, 0.54 * root.width - spot.x)) : root.over || Theme.portrait || Theme.mirrored ? 0 : root.split
        y: Theme.portrait ? start : root.over ? root.headRoom + 24 * Theme.u : 0
        width: root.bleeds ? 2 * root.width : root.over || Theme.portrait ? root.width : root.width - root.split
        height: Theme.portrait ? (root.region !== "" ? Math.min(room * 0.56, 0.7 * width) : root.listsAll || root.storied ? Math.min(root.bleeds ? 0.52 * root.height : room, (root.bleeds ? 0.39 : 0.42) * width) : room) : root.foot - y

        codes: root.codes
        region: root.region
        origin: root.block.origin
        accentColor: root.accentColor
        sinking: root.sinks
        touchable: root.several && root.region === ""
        still: root.still
        playing: root.playing
        fading: root.region === "" || Theme.portrait ? 0 : Theme.mirrored ? 1 : -1
        onRegionTapped: region => root.stepRequested(root.several ? regions.keys.indexOf(region) + 1 : 0)
    }

    WorldColumn {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        y: root.columnTop
        width: root.over ? 392 * Theme.u : Theme.portrait ? root.width - 2 * Theme.margin : Theme.splitPage - Theme.margin
        height: root.over ? headHeight : root.foot - root.columnTop
        listTop: Theme.portrait ? map.y + map.height + 32 * Theme.u - root.columnTop : headHeight + 36 * Theme.u
        visible: root.block.countries !== null
        countries: root.block.countries
        title: root.several && root.region !== "" ? regions.names[root.chosen - 1] ?? "" : ""
        count: root.several && root.region !== "" ? regions.counts[root.chosen - 1] ?? 0 : regions.total
        listed: root.region !== "" || root.listsAll ? names.names : []
        accentColor: root.accentColor
        onMarkTapped: root.sourcesRequested()
    }

    WorldTabs {
        id: tabs

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 8 * Theme.u
        width: root.width - 2 * Theme.margin
        visible: root.several
        labels: regions.names
        counts: regions.counts
        chosen: root.chosen
        hinted: regions.keys.indexOf(map.touchedRegion) + 1
        accentColor: root.accentColor
        onStepRequested: step => root.stepRequested(step)
    }
}
