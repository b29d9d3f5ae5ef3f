pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Cloths of every kind, one below the other, and a band that can be pressed at the foot. With a GPU the
// shader draws the cloths here also at rest.
Window {
    id: root

    property alias band: pressed

    width: 1280
    height: 1000
    color: Theme.background
    visible: true

    function dress(name, mirrored, software, less) {
        Theme.screenWidth = 1920;
        Theme.screenHeight = 1080;
        Theme.name = name;
        Theme.mirrored = mirrored;
        Theme.lessMotion = less;
        Theme.software = software;
    }

    component Plate: Cloth {
        id: plate

        width: parent.width
        accent: Theme.accentColor("sea")
        ground: Theme.background
        layer.enabled: opacity < 1 && fade > 0

        Loader {
            anchors.fill: parent
            sourceComponent: Theme.software ? painted : shaded
        }
        Component {
            id: painted

            PaintedWeave {
                cloth: plate
            }
        }
        Component {
            id: shaded

            ShadedWeave {
                cloth: plate
            }
        }
    }

    Column {
        anchors.fill: parent
        spacing: 8

        Plate {
            height: 204
            pattern: "link"
            start: 300
        }
        Plate {
            height: 150
            pattern: "snake"
            accent: Theme.accentColor("fir")
            flipped: true
            progress: 0.8
        }
        Plate {
            height: 97
            pattern: "roof"
            accent: Theme.accentColor("brick")
            fade: 0
            start: 217
        }
        Plate {
            height: 56
            pattern: "star"
            accent: Theme.accentColor("flax")
            textured: false
            fade: 0
            opacity: 0.45
        }
        Plate {
            height: 180
            pattern: "star"
            accent: Theme.amber
            start: 100
            shift: 333
        }
        Band {
            id: pressed

            width: parent.width
            title: "Cyber security"
            subtitle: "5 stories"
            accent: "fir"
            pattern: "snake"
            patternStart: 500
        }
    }
}
