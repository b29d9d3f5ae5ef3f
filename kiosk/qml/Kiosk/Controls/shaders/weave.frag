#version 440

// A woven band in one draw call. `motif` has a texel per stitch: red is the strength of the accent,
// green that of the linen, blue a number of the stitch's own. Lengths are in device px. Standing
// still it is the picture that kiosk/bridge/painting.py paints; a test compares the two.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float rows;      // of the motif's texture
    float period;    // stitches in one repeat
    float endless;   // 1: the rows between the selvedges repeat downwards
    float woven;     // share of the width that is woven yet
    float flipped;   // 1: runs against the reading direction of the screen
    float start;     // where the pattern begins
    float fade;      // how long it takes to grow out of the ground
    float shift;     // how far the cloth has been pulled
    float plain;     // 1: no dashes, no shade (high contrast)
    float textured;  // strength of the ground's dashes
    float reach;     // of a touch
    float front;     // how far its light has come, as a share of the reach
    float glow;      // how bright it is
    vec2 size;       // of the item
    vec2 cell;       // of a stitch
    vec2 touch;      // where the finger is
    vec4 accent;
    vec4 linen;
};
layout(binding = 1) uniform sampler2D motif;

const float INSET = 0.07;
const float RADIUS = 0.22;
const float SHADE = 0.16;
const float SELVEDGE = 3.0;

// Share of a pixel around `p` that a box covers
float covered(vec2 p, vec2 low, vec2 high) {
    vec2 share = clamp(min(p + 0.5, high) - max(p - 0.5, low), 0.0, 1.0);
    return share.x * share.y;
}

float rounded(vec2 p, vec2 low, vec2 high, float radius) {
    vec2 outside = abs(p - 0.5 * (low + high)) - 0.5 * (high - low) + radius;
    float away = length(max(outside, 0.0)) + min(max(outside.x, outside.y), 0.0) - radius;
    return min(covered(p, low, high), clamp(0.5 - away, 0.0, 1.0));
}

vec4 texel(vec2 at) {
    float row = endless > 0.5 ? SELVEDGE + mod(at.y, rows - 2.0 * SELVEDGE) : clamp(at.y, 0.0, rows - 1.0);
    return texture(motif, vec2(mod(at.x, period) + 0.5, row + 0.5) / vec2(period, rows));
}

// How brightly a stitch answers the finger: a wave that each stitch takes up a little differently
float lit(vec2 at, float own) {
    float away = distance((at + 0.5) * cell + vec2(shift, 0.0), touch) / reach;
    float behind = front - away - 0.12 * (own - 0.5);
    float wave = smoothstep(0.0, 0.05, behind) * (1.0 - smoothstep(0.15, 0.65, behind));
    return glow * wave * sqrt(clamp(1.0 - away, 0.0, 1.0)) * mix(0.35, 1.0, own);
}

vec4 over(vec4 top, vec4 below) {
    return top + below * (1.0 - top.a);
}

void main() {
    vec2 p = qt_TexCoord0 * size;
    p.x = flipped > 0.5 ? size.x - p.x : p.x;
    float shown = fade > 0.0 ? smoothstep(start, start + fade, p.x) : step(start, p.x);
    vec2 q = p - vec2(shift, 0.0);

    vec4 stitches = vec4(0.0);
    vec4 dashes = vec4(0.0);
    float shades = 0.0;
    float ground = 0.0;
    for (int corner = 0; corner < 4; ++corner) {
        // A pixel may lie on four stitches; the same one is not taken twice
        vec2 side = vec2(mod(float(corner), 2.0), floor(float(corner) / 2.0));
        vec2 first = floor((q - 0.5) / cell);
        vec2 at = floor((q - 0.5 + side) / cell);
        if ((side.x > 0.5 && at.x == first.x) || (side.y > 0.5 && at.y == first.y))
            continue;
        vec4 here = texel(at);
        float strength = max(here.r, here.g);
        float light = glow > 0.0 ? lit(at, here.b) : 0.0;
        vec2 low = at * cell;
        float inset = INSET * cell.y;
        vec2 from = low + vec2(inset, 0.6 * inset);
        vec2 to = low + cell - vec2(inset, 0.6 * inset);
        float seen = mix(shown, 1.0, light);

        vec3 dye = mix(here.g > here.r ? linen.rgb : accent.rgb, vec3(1.0), 0.8 * light);
        float share = strength * seen * rounded(q, from, to, RADIUS * cell.y);
        stitches += vec4(dye, 1.0) * mix(share, share / max(strength, 0.01), light);
        if (strength > 0.0)
            shades += SHADE * seen * covered(q, vec2(from.x, low.y + 0.72 * cell.y), vec2(to.x, low.y + 0.92 * cell.y));

        float thread = covered(q, low + vec2(0.2, 0.36) * cell, low + vec2(0.8, 0.64) * cell);
        float faint = max(0.075 * shown, strength > 0.0 ? 0.0 : 0.7 * light);
        dashes += accent * faint * thread;
        float odd = mod(at.x + at.y, 2.0);
        float weft = covered(q, low + vec2(0.2, 0.38) * cell, low + vec2(0.8, 0.62) * cell);
        ground += 0.05 * mix(1.0, 0.45, odd) * weft;
    }

    vec4 cloth = over(stitches, dashes * (1.0 - plain));
    cloth = over(vec4(0.0, 0.0, 0.0, shades * (1.0 - plain)), cloth);
    cloth = over(accent * ground * textured, cloth);
    fragColor = p.x < size.x * woven ? cloth * qt_Opacity : vec4(0.0);
}
