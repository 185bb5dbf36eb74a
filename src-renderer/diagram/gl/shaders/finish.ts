/** The last pass: the finished picture onto the canvas, sinking away at its edges. */
import { HEADER } from './common.ts';

/** One triangle that covers the picture; needs no buffer. */
export const FINISH_VERTEX = `${HEADER}
out vec2 vPlace;
void main() {
  vPlace = vec2(gl_VertexID == 1 ? 2. : 0., gl_VertexID == 2 ? 2. : 0.);
  gl_Position = vec4(vPlace * 2. - 1., 0., 1.);
}`;

export const FINISH_FRAGMENT = `${HEADER}
uniform sampler2D uPicture;
uniform vec4 uEdges;               // shares of the height from above: top gone, top full, foot full, foot gone
uniform vec4 uSides;               // shares of the width: from the left gone, full; from the right gone, full
in vec2 vPlace; out vec4 colour;
void main() {
  float y = 1. - vPlace.y;
  // how far gone by height and by width; where both fade, the corner is round
  float rows = max((uEdges.y - y) / (uEdges.y - uEdges.x), (y - uEdges.z) / (uEdges.w - uEdges.z));
  float sides = max((uSides.y - vPlace.x) / (uSides.y - uSides.x), (uSides.w - 1. + vPlace.x) / (uSides.w - uSides.z));
  float a = 1. - smoothstep(0., 1., length(max(vec2(rows, sides), 0.)));
  float grain = fract(52.9829189 * fract(dot(floor(gl_FragCoord.xy), vec2(.06711056, .00583715)))) - .5;
  vec4 c = texture(uPicture, vPlace) * a;
  colour = vec4(clamp(c.rgb + grain * c.a / 255., 0., c.a), c.a);
}`;
