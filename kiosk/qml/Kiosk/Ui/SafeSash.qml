pragma ComponentBehavior: Bound
import QtQuick

// The sash of the safe screen: a star pattern of rectangles that fades towards its loose ends.
Item {
    id: root

    required property real stitch
    readonly property list<string> star: ["1000000100000002000000", "1100000110000022000001", "1000000111000222000000", "0000000111102222000000", "0002222011102220111100", "1000222201102201111000", "0100022220102011110001", "2010002222000111100010", "2200000000020000000002", "2010001111000222200010", "0100011110201022220001", "1000111102201102222000", "0001111022201110222200", "0000000222201111000000", "1000000222000111000000", "1100000220000011000001", "1000000200000001000000"]
    readonly property int columns: Math.ceil(width / stitch)

    height: 23 * stitch
    clip: true

    // 0 nothing, 1 amber, 2 linen
    function value(column: int, row: int): int {
        if (row === 0 || row === 22)
            return 1;
        if (row === 1 || row === 21)
            return column % 2 === 0 ? 2 : 0;
        return row === 2 || row === 20 ? 0 : Number(star[row - 3][(column + 3) % 22]);
    }

    Repeater {
        model: root.columns * 23

        Rectangle {
            required property int index
            readonly property int column: index % root.columns
            readonly property int kind: root.value(column, Math.floor(index / root.columns))
            readonly property real along: Math.min(1, Math.max(0, (column - 5) / 12))

            visible: kind > 0 && along > 0
            x: (column + 0.07) * root.stitch
            y: (Math.floor(index / root.columns) + 0.06) * root.stitch
            width: 0.86 * root.stitch
            height: 0.88 * root.stitch
            radius: 0.2 * root.stitch
            color: kind === 1 ? "#F6B545" : "#F5F0E6"
            opacity: along * along * 0.48
        }
    }

    // Nine loose threads, each a chain of thin turned rectangles; without transparency no joint is seen
    Repeater {
        model: 9

        Item {
            id: thread

            required property int index
            readonly property real part: 0.5 * root.stitch
            readonly property int ahead: (index * 7) % 5 // parts by which it is shorter

            y: (0.75 + index * 2.65) * root.stitch

            // The looser, the further from the cloth
            function drop(step: int): real {
                const slack = Math.max(0, 1 - step / 20);
                const wave = 1.1 * Math.sin(index * 2.4 + step * 0.3) + 0.8 * Math.sin(index * 4.1 + step * 0.47);
                return slack * slack * wave * root.stitch;
            }

            Repeater {
                model: 34 - thread.ahead

                Rectangle {
                    required property int index
                    readonly property int step: index + thread.ahead
                    readonly property real rise: thread.drop(step + 1) - thread.drop(step)

                    x: step * thread.part
                    y: thread.drop(step)
                    width: Math.hypot(thread.part, rise) + 0.6
                    height: Math.max(1.5, root.stitch * 0.1)
                    antialiasing: true
                    color: Qt.tint("#0B1113", Qt.alpha("#F6B545", 0.5))
                    transformOrigin: Item.TopLeft
                    rotation: Math.atan2(rise, thread.part) * 180 / Math.PI
                }
            }
        }
    }
}
