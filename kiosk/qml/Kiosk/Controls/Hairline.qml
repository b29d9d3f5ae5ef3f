pragma ComponentBehavior: Bound
import QtQuick

// A thin line between things.
Rectangle {
    implicitHeight: Theme.hairline
    implicitWidth: Theme.hairline
    color: Theme.line
    Accessible.ignored: true
}
