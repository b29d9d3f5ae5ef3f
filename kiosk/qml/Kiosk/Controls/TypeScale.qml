// Generated from tokens.json by tools/gen_theme.py. Do not edit.
import QtQuick

QtObject {
    // role: [size in u, weight, tracking in em, line, heading scale, size in portrait]
    readonly property var roles: ({
            "attract": [124, 500, -0.032, 1.0, true, 124],
            "display": [94, 500, -0.032, 1.04, true, 100],
            "h1": [84, 500, -0.032, 1.04, true, 84],
            "h2": [68, 500, -0.028, 1.08, true, 68],
            "h3": [38, 600, -0.016, 1.16, true, 38],
            "bandTitle": [44, 600, -0.016, 1.1, true, 44],
            "lead": [34, 400, -0.006, 1.42, false, 34],
            "body": [30, 400, 0, 1.5, false, 30],
            "button": [30, 600, 0, 1.2, false, 30],
            "label": [26, 500, 0, 1.3, false, 26],
            "nav": [26, 600, 0, 1.2, false, 26],
            "footnoteMark": [24, 700, 0, 1, false, 24],
            "figureXL": [370, 200, -0.055, 0.8, true, 370],
            "figureL": [250, 200, -0.055, 0.8, true, 250],
            "figureM": [200, 200, -0.055, 0.8, true, 200],
            "figureS": [64, 300, -0.045, 1.15, true, 64]
        })
    readonly property var heavier: ({
            "200": 400,
            "300": 500,
            "400": 600,
            "500": 600,
            "600": 700
        })
    readonly property var textScales: ({
            "standard": 1,
            "large": 1.3,
            "largest": 1.6
        })
    readonly property var headingScales: ({
            "standard": 1,
            "large": 1.12,
            "largest": 1.22
        })
}
