import QtQuick

// Reads from a text what Python cannot convert.
QtObject {
    function read(text) {
        const fixed = text.lineHeightMode === Text.FixedHeight;
        return JSON.stringify([text.effectiveHorizontalAlignment === Text.AlignHCenter ? 0.5 : text.effectiveHorizontalAlignment === Text.AlignRight ? 1 : 0, fixed ? text.lineHeight : text.contentHeight / Math.max(1, text.lineCount), text.leftPadding, text.rightPadding, text.baselineOffset, text.lineCount, text.contentWidth]);
    }
}
