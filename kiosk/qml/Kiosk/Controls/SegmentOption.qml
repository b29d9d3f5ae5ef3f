import QtQuick

// One choice of a Segmented control. `letter` is the size of a sample letter in u, `rim` and `core`
// the colours of a sample disc; both are left out when unset.
QtObject {
    property string value
    property string label
    property real letter: 0
    property bool disc: false
    property color ground: "transparent"
    property color rim: "transparent"
    property color core: "transparent"
}
