pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// What all block views share. A view gets its block, its room and the state of the visit, and says
// by signals what a visitor wants; it changes nothing itself. A view of the story column has a
// width and says its height (implicitHeight), if it can at most `heightRoom`, but no less than `leastHeight`;
// one beside it fills the width and height it is given; one for the full page gets the screen from
// edge to edge, keeps Theme.margin itself and leaves `headRoom` to the page's title.
Item {
    id: root

    required property string accent
    required property string pattern
    property string mark: ""
    property bool arrived: false
    property bool still: Theme.lessMotion
    property int step: 0
    property int answer: -1
    property real heightRoom: Infinity
    property real leastHeight: implicitHeight
    property real headRoom: 0
    // How much of a full page's width its title may take, from the start edge on
    property real headWidth: Infinity
    // Its picture lies under the title of the page, which then stands on a plate
    property bool underHead: false
    // Whether the page has story blocks beside a full one; where that one leaves room for them, if it
    // does, and whether they stand at the foot of it
    property bool storied: false
    property rect storyRoom
    property bool storyAtFoot: false
    // Where a chart leaves room for a few small numbers
    property rect asideRoom
    // False while something is still loading that a picture of the page should show
    property bool ready: true
    // It names its sources where they belong; the page need not do so again
    property bool cites: false
    // The one thread, where a view has it: the thread of the page before becomes it
    property Thread thread: null

    // The page has landed and what moves by itself may begin
    readonly property bool playing: complete && arrived && !still
    property bool complete: false
    readonly property color accentColor: Theme.accentColor(accent)

    signal stepRequested(int step)
    signal answerRequested(int answer)
    signal sourcesRequested

    Component.onCompleted: complete = true
}
