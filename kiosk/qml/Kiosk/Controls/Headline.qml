pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core

// A heading in balanced lines. A word that is too long first shrinks the text (to 82 % at most),
// then breaks anywhere. The item is as wide as it may be; the text keeps to the reading side.
// `factor` sets it in another size than its role's. Without a GPU large words are painted once in `ink`.
ThemeText {
    id: root

    required property real maxWidth
    property int maxLines: 0
    property real factor: 1
    readonly property bool painted: (picture.item as PaintedWords)?.ready ?? false
    readonly property real spare: Math.max(0, maxWidth - balance.width)

    role: "h1"
    color: painted ? "transparent" : ink
    fit: balance.scale * factor
    width: maxWidth
    leftPadding: effectiveHorizontalAlignment === Text.AlignRight ? spare : 0
    rightPadding: effectiveHorizontalAlignment === Text.AlignRight ? 0 : spare
    Accessible.role: Accessible.Heading
    Accessible.name: text

    Balance {
        id: balance

        text: root.text
        family: Theme.family
        pixelSize: Math.round(Theme.pixelSize(root.role) * root.factor)
        weight: Theme.weight(root.role)
        tracking: Theme.tracking(root.role)
        available: root.maxWidth
        maxLines: root.maxLines
    }

    Loader {
        id: picture

        active: Theme.software && Theme.settled && root.largeGlyphs && root.text !== ""
        sourceComponent: PaintedWords {
            words: root
            ink: root.ink
        }
    }
}
