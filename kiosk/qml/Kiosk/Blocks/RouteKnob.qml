pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// The end of the light for keyboard, switch and screen reader: arrows lead it from town to town,
// OK to the next one. At the ends the arrows are left to the page. Fingers never reach it.
Tappable {
    id: root

    required property point tip
    required property string name
    required property bool first
    required property bool last

    signal walked(int by)

    function lead(by: int): bool {
        if (by < 0 ? first : last)
            return false;
        Theme.focusVisible = true;
        walked(by);
        return true;
    }

    x: tip.x - width / 2
    y: tip.y - height / 2
    width: 96 * Theme.u
    height: width
    radius: width / 2
    Accessible.role: Accessible.Slider
    //: %1 is a town: where the light on the map has come to
    Accessible.name: qsTr("Light: %1").arg(name)
    Accessible.onIncreaseAction: lead(1)
    Accessible.onDecreaseAction: lead(-1)
    Keys.onUpPressed: event => event.accepted = lead(-1)
    Keys.onDownPressed: event => event.accepted = lead(1)
    Keys.onLeftPressed: event => event.accepted = lead(Theme.mirrored ? 1 : -1)
    Keys.onRightPressed: event => event.accepted = lead(Theme.mirrored ? -1 : 1)
    onTapped: lead(1)
}
