#version 440

// The picture of the chain, whose lights breathe one by one. A light's phase comes from its place in
// the picture; what is dark stays as it is.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float breath;   // 0 to 1: how far in the breath
    float depth;    // how much brighter and darker a light becomes
    vec2 lights;    // places of lights across and down the picture
};
layout(binding = 1) uniform sampler2D source;

float own(vec2 place) {
    vec3 p = fract(vec3(place.xyx) * vec3(0.1031, 0.1030, 0.0973));
    p += dot(p, p.yzx + 33.33);
    return fract((p.x + p.y) * p.z);
}

void main() {
    vec4 seen = texture(source, qt_TexCoord0);
    float light = smoothstep(0.12, 0.45, max(seen.r, seen.g));
    vec2 place = floor(qt_TexCoord0 * lights);
    // Most breathe a little; one in six a good deal more
    float deep = own(place + 71.0) < 0.16 ? 3.0 : 1.0;
    float swell = sin(6.2831853 * (breath + own(place)));
    fragColor = vec4(seen.rgb * (1.0 + depth * deep * swell * light), seen.a) * qt_Opacity;
}
