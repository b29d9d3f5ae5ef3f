pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// Home and section are two places of one cloth: the touched band is pulled to where it lies in the
// section, and back. Broken off, it goes on from where it is. A screen has a cloth when it knows
// `clothOf(section)`, an item or nothing, and hides it while its section is `pulled`.
Item {
    id: root

    property Section section: null
    property Item from: null
    property Item to: null
    property rect home
    property rect place
    property real start: 0
    property real share: 0
    readonly property real tail: Math.max(0, Math.min(1, share))
    // A section that has no room for its band: the cloth runs off the edge it bled over
    readonly property rect away: Qt.rect(Theme.mirrored ? -home.width : width, home.y, home.width, home.height)

    function has(screen: Item, name: string): bool {
        return screen !== null && "pulled" in screen && (name === "home" || name === "section");
    }

    // `wanted` is the screen that comes
    function lift(screen: Item, wanted: string, about: Section): void {
        const goes = has(screen, wanted) && about !== null;
        if (goes && about === section) {
            from = screen;
            return;
        }
        drop();
        if (goes)
            begin(screen, wanted === "section", about);
    }

    function begin(screen: Item, atHome: bool, about: Section): void {
        const cloth = screen["clothOf"](about.id); // qmllint disable missing-property
        if (cloth === null && atHome)
            return;
        section = about;
        from = screen;
        share = atHome ? 0 : 1;
        measure(cloth, atHome);
        hide(screen);
    }

    function aim(screen: Item, wanted: string): void {
        if (section !== null && !has(screen, wanted))
            drop();
        if (section !== null)
            pull(screen, wanted === "home");
    }

    function pull(screen: Item, atHome: bool): void {
        to = screen;
        measure(screen["clothOf"](section.id), atHome); // qmllint disable missing-property
        hide(screen);
        pulling.to = atHome ? 0 : 1;
        pulling.restart();
    }

    function measure(cloth: Item, atHome: bool): void {
        // Words stand before the pattern of a band, and fade where they are
        const band = cloth as Band; // a screen that was asked for later may be another than the one that came
        start = atHome && band !== null ? band.patternStart + (Theme.contrast ? 60 : 12) * Theme.u : start;
        const found = cloth !== null ? mapFromItem(cloth, Qt.rect(atHome && !Theme.mirrored ? start : 0, 0, cloth.width - (atHome ? start : 0), cloth.height)) : away;
        if (atHome)
            home = found;
        else
            place = found;
    }

    function hide(screen: Item): void {
        screen["pulled"] = section.id; // qmllint disable missing-property
    }

    // The screens have their cloth back
    function drop(): void {
        pulling.stop();
        for (const screen of [from, to]) {
            if (screen !== null)
                screen["pulled"] = ""; // qmllint disable missing-property
        }
        from = null;
        to = null;
        section = null;
    }

    function mix(a: real, b: real): real {
        return a + (b - a) * share;
    }

    // In few steps: without a GPU a cloth of another height has to be woven anew
    function high(): real {
        const more = place.height - home.height;
        const steps = Math.max(1, Math.round(Math.abs(more) / 46));
        return Math.round(home.height + more * Math.round(share * steps) / steps);
    }

    NumberAnimation {
        id: pulling

        target: root
        property: "share"
        duration: 520
        easing.type: Easing.OutQuint
    }

    Loader {
        active: root.section !== null
        x: root.mix(root.home.x, root.place.x)
        y: root.mix(root.home.y, root.place.y)
        width: root.mix(root.home.width, root.place.width)
        height: root.high()
        sourceComponent: PulledCloth {
            pattern: root.section?.pattern ?? ""
            accent: root.section?.accent ?? ""
            trim: root.mix(root.start, 0)
            start: root.mix(root.start, -fade)
            tail: root.tail
            tint: 1 - root.tail
        }
    }
}
