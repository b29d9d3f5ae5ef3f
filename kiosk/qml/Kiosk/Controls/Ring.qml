pragma ComponentBehavior: Bound
import QtQuick

// The countdown: a ring of 60 lights that go out one by one, the seconds in the middle.
// `remaining` is the lit share, 0 to 1.
Item {
    id: root

    required property real remaining
    required property string text
    property int lights: 60
    readonly property real radius: Math.min(width, height) / 2 - 12 * Theme.u
    readonly property point centre: Qt.point(width / 2, height / 2)
    // four chords from light to light, as the arc is drawn
    readonly property real spacing: 8 * radius * Math.sin(Math.PI / (4 * lights))
    readonly property int lit: Math.round(Math.max(0, Math.min(1, remaining)) * lights)

    implicitWidth: Math.round(530 * Theme.u)
    implicitHeight: implicitWidth
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    function arc(from: int, to: int): list<point> {
        const points = [];
        for (let i = from * 4; i <= to * 4; i++) {
            const angle = i / (lights * 4) * 2 * Math.PI;
            points.push(Qt.point(centre.x + radius * Math.sin(angle), centre.y - radius * Math.cos(angle)));
        }
        return points;
    }

    Thread {
        anchors.fill: parent
        mirrored: false
        smoothed: false
        points: root.lit < root.lights ? root.arc(root.lit, root.lights - 1) : []
        spacing: root.spacing
        beadRadius: 3.6 * Theme.u
        beadSpread: 0
        beadColor: Theme.muted
        strokeWidth: 0
        halo: 0
        strength: 0.45
    }
    LightHalo {
        visible: root.lit > 0
        radius: 92 * Theme.u
        strength: 0.7
        x: light.tip.x - radius
        y: light.tip.y - radius
    }
    Thread {
        id: light

        anchors.fill: parent
        mirrored: false
        smoothed: false
        points: root.lit > 0 ? root.arc(0, root.lit) : []
        spacing: root.spacing
        strokeWidth: 3.4 * Theme.u
        beadRadius: 6.2 * Theme.u
        beadSpread: 0
    }
    ThemeText {
        anchors.centerIn: parent
        role: "figureM"
        fit: root.text.length > 2 ? 1 : 1.15
        text: root.text
        Accessible.ignored: true
    }
}
