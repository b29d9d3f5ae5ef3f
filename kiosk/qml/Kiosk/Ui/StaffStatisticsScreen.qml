pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core
import Kiosk.Controls

// What visitors looked at, for staff: numbers as they are, charts in the thread's amber.
StaffPage {
    id: root

    readonly property StaffStatistics statistics: session.staff.statistics
    readonly property list<SegmentOption> periods: [
        SegmentOption {
            value: "today"
            label: qsTr("Today")
        },
        SegmentOption {
            value: "week"
            label: qsTr("7 days")
        },
        SegmentOption {
            value: "year"
            label: qsTr("12 months")
        }
    ]

    title: qsTr("Statistics")
    lead: qsTr("Counts of what visitors look at, nothing about a person. Your own use is not counted.")
    Component.onCompleted: statistics.show(statistics.period)

    Segmented {
        width: root.room
        name: qsTr("Period")
        options: root.periods
        current: root.statistics.period
        onChosen: value => root.statistics.show(value)
    }
    StaffTotals {
        width: root.room
        opacity: root.statistics.ready ? 1 : 0.38
        statistics: root.statistics
    }
    StaffColumns {
        width: root.room
        title: qsTr("Visits")
        columns: root.statistics.columns
    }
    StaffBars {
        width: root.room
        title: qsTr("Most viewed pages")
        bars: root.statistics.pages
    }
    StaffBars {
        width: root.room
        title: qsTr("Page views by language")
        bars: root.statistics.languages
    }
    StaffBars {
        width: root.room
        title: qsTr("Right answers")
        bars: root.statistics.quiz
    }
}
