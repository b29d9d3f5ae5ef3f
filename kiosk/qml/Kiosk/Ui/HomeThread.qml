pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The one ornament of home: a thread that enters from the edge and climbs the selvedge of the
// bands, over one and under the next. Where text needs the room the curve steps aside.
Item {
    id: root

    required property list<rect> bands
    required property bool curved
    // It comes in above the bands and goes down their selvedge
    required property bool falls
    readonly property int count: bands.length
    readonly property rect first: count > 0 ? bands[0] : Qt.rect(0, 0, 0, 0)
    readonly property rect last: count > 0 ? bands[count - 1] : Qt.rect(0, 0, 0, 0)
    readonly property real edge: first.x
    readonly property real lap: 9 * Theme.u
    readonly property alias thread: entry
    // Where the selvedge ends; on its way the thread is in one piece
    readonly property real far: falls ? last.y + last.height + lap : 0

    // Offsets in u from the last band's foot (landscape) or the first band's head (portrait)
    readonly property list<point> wideCurve: [Qt.point(0, -152), Qt.point(0.16, -168), Qt.point(0.31, -152), Qt.point(0.52, -98), Qt.point(0.67, -62), Qt.point(0.82, -45), Qt.point(0.92, -58), Qt.point(0.975, -104), Qt.point(0.996, -158)]
    readonly property list<point> tallCurve: [Qt.point(1, -133), Qt.point(0.94, -88), Qt.point(0.87, -61), Qt.point(0.79, -44), Qt.point(0.68, -39), Qt.point(0.55, -50), Qt.point(0.41, -66), Qt.point(0.27, -74)]
    // Where it turns down, a quarter of an ellipse: in shares of its width, and of its height from the top
    readonly property list<point> turn: [Qt.point(2.3, 0), Qt.point(1.55, 0), Qt.point(1, 0), Qt.point(0.62, 0.08), Qt.point(0.29, 0.29), Qt.point(0.08, 0.62)]

    Accessible.ignored: true

    function up(band: rect): list<point> {
        return [Qt.point(edge, band.y + band.height + lap), Qt.point(edge, band.y - lap)];
    }

    function wideEntry(): list<point> {
        const foot = last.y + last.height;
        if (!curved)
            return [Qt.point(edge, height), Qt.point(edge, last.y - lap)];
        const line = wideCurve.map(p => Qt.point(p.x * edge, foot + p.y * Theme.u));
        if (Theme.contrast)
            return line.slice(0, 6).concat([Qt.point(edge, foot - 103 * Theme.u)]);
        return line.concat([Qt.point(edge, foot - 212 * Theme.u), Qt.point(edge, last.y - lap)]);
    }

    // Out of the curve and round the corner of the first band, to the height of `foot`
    function turned(top: real, foot: real): list<point> {
        const corner = turn.map(p => Qt.point(edge + p.x * 126 * Theme.u, top + p.y * (foot - top)));
        return corner.filter(p => p.x < 0.27 * width - 36 * Theme.u).concat([Qt.point(edge, foot)]);
    }

    function tallEntry(): list<point> {
        // It meets the selvedge below the band's corner; on a framed one it ends there
        const foot = first.y + (Theme.contrast ? 0 : 44) * Theme.u;
        const down = Theme.contrast ? [] : [Qt.point(edge, foot + 62 * Theme.u), Qt.point(edge, first.y + first.height + lap)];
        if (!curved)
            return [Qt.point(0, first.y - 26 * Theme.u), Qt.point(edge * 0.6, first.y - 18 * Theme.u), Qt.point(edge, foot)].concat(down);
        const rise = (Theme.portrait ? 1 : 0.68) * Theme.u; // in landscape the words are nearer
        return tallCurve.map(p => Qt.point(p.x * width, first.y + p.y * rise)).concat(turned(first.y - 73 * rise, foot), down);
    }

    Thread {
        id: entry

        anchors.fill: parent
        visible: root.count > 0
        smoothed: root.curved || root.falls
        onward: Theme.contrast ? [] : [Qt.point(root.edge, root.far)]
        points: root.falls ? root.tallEntry() : root.wideEntry()
        lasting: true
    }

    Repeater {
        model: Theme.contrast ? 0 : root.count

        Thread {
            required property int index
            readonly property int order: root.falls ? index : root.count - 1 - index

            anchors.fill: parent
            away: entry.away
            visible: order > 0 && order % 2 === 0
            smoothed: false
            points: visible ? root.up(root.bands[index]) : []
            lasting: true
        }
    }

    // In landscape the thread leaves at the top of the screen
    Thread {
        anchors.fill: parent
        away: entry.away
        visible: !root.falls && !Theme.contrast && root.count > 0
        smoothed: false
        points: [Qt.point(root.edge, root.first.y + (root.count % 2 === 0 ? root.lap : -root.lap)), Qt.point(root.edge, 0)]
        lasting: true
    }
}
