pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls

// Where one is (the section's icon and name) and what the page says.
Column {
    id: root

    required property PageScreen screen

    spacing: Math.round(34 * Theme.u)

    Eyebrow {
        width: root.width
        glyph: root.screen.section.iconGlyph
        text: root.screen.section.title
        accent: root.screen.section.accent
    }

    Column {
        width: root.width
        spacing: Math.round(12 * Theme.u)

        FallbackLabel {
            visible: root.screen.page.fallbackName !== ""
            name: root.screen.page.fallbackName
        }

        Headline {
            role: "h2"
            factor: Theme.portrait ? 1.1 : 0.9
            text: root.screen.page.title
            maxWidth: root.width
        }
    }
}
