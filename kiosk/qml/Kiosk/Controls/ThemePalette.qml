// Generated from tokens.json by tools/gen_theme.py. Do not edit.
import QtQuick

QtObject {
    property color background
    property color deep
    property color surface
    property color raised
    property color line
    property color controlBorder
    property color text
    property color muted
    property color amber
    property color amberHigh
    property color amberLow
    property color focusRing
    property color focusRingInner
    property color error
    property color success
    property color mapSea
    property color mapLand
    property color mapBorder
    property color linen
    property color scrim
    property color amberInk
    property color sea
    property color seaTint
    property color fir
    property color firTint
    property color brick
    property color brickTint
    property color flax
    property color flaxTint
}
