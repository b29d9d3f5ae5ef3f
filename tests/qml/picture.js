.pragma library

// Share of sampled pixels (every `step` px) whose channels are all within `tolerance` of a colour.
function share(image, colour, tolerance, step) {
    const wanted = Qt.color(colour);
    let hits = 0, all = 0;
    for (let x = 0; x < image.width; x += step) {
        for (let y = 0; y < image.height; y += step, all++) {
            const seen = image.pixel(x, y);
            const off = Math.max(Math.abs(seen.r - wanted.r), Math.abs(seen.g - wanted.g), Math.abs(seen.b - wanted.b));
            hits += off <= tolerance ? 1 : 0;
        }
    }
    return hits / all;
}

// Columns from `from` to `to` (px) that hold a pixel of the colour: where a thing is drawn.
function columns(image, colour, tolerance) {
    const wanted = Qt.color(colour);
    const found = [];
    for (let x = 0; x < image.width; x += 2) {
        for (let y = 0; y < image.height; y += 2) {
            const seen = image.pixel(x, y);
            if (Math.max(Math.abs(seen.r - wanted.r), Math.abs(seen.g - wanted.g), Math.abs(seen.b - wanted.b)) <= tolerance) {
                found.push(x);
                break;
            }
        }
    }
    return found;
}
