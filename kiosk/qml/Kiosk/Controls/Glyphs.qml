// Generated from tokens.json by tools/gen_theme.py. Do not edit.
import QtQuick

QtObject {
    property bool mirrored: false
    readonly property string home: "\u{f02dc}"
    readonly property string back: mirrored ? "\u{f0054}" : "\u{f004d}"
    readonly property string next: mirrored ? "\u{f0141}" : "\u{f0142}"
    readonly property string previous: mirrored ? "\u{f0142}" : "\u{f0141}"
    readonly property string language: "\u{f05ca}"
    readonly property string accessibility: "\u{f02e6}"
    readonly property string begin: "\u{f0741}"
    readonly property string sources: "\u{f15d6}"
    readonly property string takeAway: "\u{f0432}"
    readonly property string international: "\u{f01e7}"
    readonly property string cyber: "\u{f0ccc}"
    readonly property string city: "\u{f0a37}"
    readonly property string innovation: "\u{f06e9}"
    readonly property string correct: "\u{f05e0}"
    readonly property string wrong: "\u{f0159}"
    readonly property string missingPicture: "\u{f11d1}"
    readonly property string error: "\u{f05d6}"
    readonly property string staff: "\u{f0341}"
    readonly property string erase: "\u{f0b5c}"
    readonly property string restart: "\u{f0709}"
    readonly property string zoomIn: "\u{f0415}"
    readonly property string zoomOut: "\u{f0374}"
    readonly property string forward: mirrored ? "\u{f004d}" : "\u{f0054}"
    readonly property string check: "\u{f012c}"
    readonly property string close: "\u{f0156}"
    readonly property string up: "\u{f0143}"
    readonly property string down: "\u{f0140}"
    readonly property string leave: "\u{f0206}"
}
