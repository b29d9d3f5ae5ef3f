pragma ComponentBehavior: Bound
import QtQuick

// What one takes along from a page: the codes beside its sources, the contact first.
SourcesPanel {
    taking: true
}
