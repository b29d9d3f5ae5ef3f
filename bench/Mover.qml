import QtQuick

// A small square that never rests, so that a window with it draws one frame after the other and a
// pause between two of them is always a frame that came late.
Rectangle {
    width: 8
    height: 8
    color: "#F6B545"

    NumberAnimation on x {
        from: 0
        to: 200
        duration: 1000
        loops: Animation.Infinite
    }
}
