pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Fingers on a route. Two of them may pull at once; a short touch on a town asks for it.
MultiPointTouchArea {
    id: root

    required property list<point> nodes
    property point start
    property double since: 0

    // Not `pressed` and the like: the area's own signals have these names
    signal fingerPressed(int finger, real x, real y)
    signal fingerMoved(int finger, real x, real y)
    signal fingerReleased(int finger)
    signal tapped(int town)

    function begin(point: TouchPoint): void {
        start = Qt.point(point.x, point.y);
        since = Date.now();
        Theme.focusVisible = false;
        fingerPressed(point.pointId, point.x, point.y);
    }

    function end(points: list<TouchPoint>): void {
        points.forEach(point => fingerReleased(point.pointId));
    }

    function tap(point: TouchPoint): void {
        const distances = nodes.map(node => Math.hypot(node.x - point.x, node.y - point.y));
        const nearest = Math.min(...distances);
        const short_ = Date.now() - since < 400 && Math.hypot(point.x - start.x, point.y - start.y) < 24 * Theme.u;
        if (short_ && nearest < 44 * Theme.u)
            tapped(distances.indexOf(nearest));
    }

    // All that may lie on the glass: with one more than this none is heard of, not even its end
    maximumTouchPoints: 10
    onPressed: points => points.forEach(point => begin(point))
    onUpdated: points => points.forEach(point => fingerMoved(point.pointId, point.x, point.y))
    onCanceled: points => end(points)
    onReleased: points => {
        end(points);
        tap(points[0]);
    }
    Accessible.ignored: true
}
