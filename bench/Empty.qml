import QtQuick

// The floor of the frame times: the mover in a window that is otherwise empty. The software scene
// graph then paints the few pixels that change; OpenGL clears and sends the whole window.
Window {
    visible: true
    color: "#0B1113"
    flags: Qt.FramelessWindowHint
}
