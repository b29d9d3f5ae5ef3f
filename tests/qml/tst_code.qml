import QtQuick
import Kiosk.Controls

Rectangle {
    id: root

    readonly property string address: "https://example.org/more"

    width: 1200
    height: 1000
    color: Theme.background
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    CodePlate {
        id: plate

        width: 900
        content: root.address
        heading: "Take it with you"
        lines: ["example.org/more"]
    }

    ControlCase {
        name: "Code"

        function init() {
            standard();
            plate.room = 900;
            plate.preferAside = false;
            plate.content = root.address;
        }

        function part(item: Item, kind: string): Item {
            const found = [...item.children].map(child => child.visible && String(child).startsWith(kind) ? child : part(child, kind));
            return found.find(each => each !== null) ?? null;
        }

        function test_codeAboveItsWordsWhereThereIsHeight() {
            const code = part(plate, "CodePicture") as CodePicture;
            const words = part(plate, "CodeWords");
            verify(words.mapToItem(plate, 0, 0).y > code.height);
            fuzzyCompare(words.width, plate.width, 1);
            compare(plate.aside, false);
        }

        function test_besideThemWhereThereIsNot() {
            plate.room = 520;
            const code = part(plate, "CodePicture") as CodePicture;
            verify(part(plate, "CodeWords").mapToItem(plate, 0, 0).x > code.width);
            compare(code.side, code.wanted);
            verify(plate.implicitHeight <= 520);
        }

        function test_besideThemWhereThatIsPreferred() {
            plate.preferAside = true;
            verify(plate.aside);
        }

        function test_smallestBeforeItsWordsHaveNoRoom() {
            plate.room = 440;
            Theme.textSize = "largest";
            const code = part(plate, "CodePicture") as CodePicture;
            compare(code.side, code.smallest);
            verify(code.side >= 400);
        }

        function test_nothingToPointACameraAtWithoutACode() {
            plate.content = "x".repeat(181);
            compare(part(plate, "CodePicture"), null);
            verify(part(plate, "CodeWords").mapToItem(plate, 0, 0).y < 20);
        }

        function test_modulesAreWholePixelsAtEverySize() {
            for (const width of [1280, 1366, 1920, 2560, 3840]) {
                Theme.screenWidth = width;
                Theme.screenHeight = width * 9 / 16;
                const code = part(plate, "CodePicture") as CodePicture;
                const modules = code.wanted / 33;
                compare(modules, Math.round(modules));
                verify(code.smallest >= 400 * Theme.u - 0.01);
                verify(code.smallest / 33 >= 10 * Theme.u - 0.01);
            }
        }
    }
}
