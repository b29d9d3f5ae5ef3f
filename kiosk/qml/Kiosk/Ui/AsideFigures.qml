pragma ComponentBehavior: Bound
import QtQuick

// The small numbers of a page that stand beside its chart.
BlockSlot {
    position: screen.page.slots.indexOf("aside")
}
