pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Core

// What all SourceLoaders share: who frees what is given up, and the objects that bring a file its first
// properties. Qt 6.11 keeps something of each new object that Loader.setSource is given, for ever; so
// they are used again. One file is always given the same names.
QtObject {
    property var spare: ({})
    readonly property Unfinished unfinished: Unfinished {}

    function filled(file: string, values: var): var {
        return Object.assign(spare[file]?.pop() ?? {}, values);
    }

    // What they have brought must not live as long as they do
    function giveBack(file: string, properties: var): void {
        Object.keys(properties).forEach(name => properties[name] = undefined);
        spare[file] = [...(spare[file] ?? []), properties];
    }
}
