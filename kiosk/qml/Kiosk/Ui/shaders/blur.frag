#version 440

// One direction of a soft focus: a bell of 33 samples along `stride`. `grey` takes the colour away.

layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float grey;
    float bell;    // width of the bell, in samples
    vec2 stride;   // from one sample to the next
};
layout(binding = 1) uniform sampler2D source;

void main() {
    vec4 sum = vec4(0.0);
    float weights = 0.0;
    for (int i = -16; i <= 16; ++i) {
        float weight = exp(-0.5 * float(i * i) / (bell * bell));
        vec2 at = clamp(qt_TexCoord0 + float(i) * stride, 0.0, 1.0);
        sum += weight * texture(source, at);
        weights += weight;
    }
    vec4 soft = sum / weights;
    float light = dot(soft.rgb, vec3(0.2126, 0.7152, 0.0722));
    fragColor = vec4(mix(soft.rgb, vec3(light), grey), soft.a) * qt_Opacity;
}
