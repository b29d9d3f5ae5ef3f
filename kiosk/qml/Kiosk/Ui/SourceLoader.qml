pragma ComponentBehavior: Bound
import QtQuick

// Makes what a file describes, with its first properties: Loader.setSource for what comes again and
// again, without keeping anything of it.
Loader {
    id: root

    property string file: ""
    property var properties: null

    // No file: nothing
    function show(wanted: string, values: var): void {
        giveUp();
        giveBack();
        file = wanted;
        if (file === "")
            return setSource("");
        properties = LoaderSupport.filled(file, values);
        setSource(Qt.resolvedUrl(file), properties);
    }

    // Qt frees what is half made only when the event at hand is over: too late
    function giveUp(): void {
        if (status !== Loader.Loading)
            return;
        setSource("");
        LoaderSupport.unfinished.free(root);
    }

    function giveBack(): void {
        if (properties)
            LoaderSupport.giveBack(file, properties);
        properties = null;
    }

    onStatusChanged: if (status === Loader.Ready || status === Loader.Error)
        giveBack()
    Component.onDestruction: {
        giveUp();
        giveBack();
    }
}
