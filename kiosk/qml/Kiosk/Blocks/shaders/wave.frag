#version 440

// A map of stitches and a wave that leaves one of its places: each stitch is brightened as a whole.
// What is lit already (more than half opaque) stays as it is. The formula of a still wave is in
// kiosk/bridge/worldpaint.py.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float stitch;
    float span;
    float gain;
    float phase;
    vec2 origin;
    vec2 room;
};
layout(binding = 1) uniform sampler2D source;

void main()
{
    vec4 woven = texture(source, qt_TexCoord0);
    vec2 middle = (floor(qt_TexCoord0 * room / stitch) + 0.5) * stitch;
    float away = distance(middle, origin);
    float crest = max(0.0, cos(6.2831853 * (away / span - phase)));
    float rise = gain * crest * exp(-away / (1.4 * span));
    bool lit = texture(source, middle / room).a > 0.5;
    fragColor = woven * (lit ? 1.0 : 1.0 + rise) * qt_Opacity;
}
