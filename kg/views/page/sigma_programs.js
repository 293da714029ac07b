// How sigma draws edges and nodes on the graphics card: bent edges with dashes and arrowheads, a shape for each type.
// Sizes are pixels of the screen: a place of the graph is turned into pixels first, then moved.
const PATTERNS = ["asserted", "inferred", "claimed", "planned", "denied"];
const SHAPES = ["dot", "square", "triangle", "triangleDown", "diamond", "hexagon", "star"];
const STEPS = 10;

const EDGE_VERTEX = `
attribute vec2 a_start, a_first, a_second, a_end;
attribute float a_size, a_radius, a_pattern;
attribute vec4 a_color, a_id;
attribute vec3 a_part;
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_scale, u_ink;
varying vec4 v_color;
varying float v_side, v_width, v_along, v_pattern;
vec2 pixel(vec2 place) { return (u_matrix * vec3(place, 1.0)).xy * u_half; }
void main() {
  vec2 p0 = pixel(a_start), p1 = pixel(a_first), p2 = pixel(a_second), p3 = pixel(a_end);
  float t = a_part.x, u = 1.0 - t;
  vec2 place = u * u * u * p0 + 3.0 * u * u * t * p1 + 3.0 * u * t * t * p2 + t * t * t * p3;
  vec2 way = 3.0 * u * u * (p1 - p0) + 6.0 * u * t * (p2 - p1) + 3.0 * t * t * (p3 - p2);
  vec2 along = normalize(length(way) > 0.001 ? way : p3 - p0 + vec2(0.001, 0.0));
  vec2 across = vec2(-along.y, along.x);
  float width = max(a_size * u_scale, 0.6);
  // From afar thousands of lines would hide each other and what they join, and no hand could pick one; what is chosen
  // keeps its ink.
  float ink = a_size > 2.2 ? 1.0 : u_ink;
  float radius = a_radius * u_scale;
  float head = max(2.0, min(9.0, 5.0 * u_scale + 2.0 * width));
  #ifdef PICKING_MODE
  width = max(width, 5.0);
  head = max(head, 8.0);
  v_color = a_id;
  #else
  v_color = vec4(a_color.rgb, a_color.a * ink);
  #endif
  v_color.a *= 255.0 / 254.0;
  v_width = width * 0.5 + 0.75;
  v_side = a_part.y * v_width;
  v_along = t * (length(p1 - p0) + length(p2 - p1) + length(p3 - p2));
  v_pattern = a_pattern;
  place += across * v_side;
  if (a_part.z > 0.5) {
    vec2 tip = p3 - along * (radius + 1.0);
    place = a_part.z < 1.5 ? tip : tip - along * head * 1.4 + across * a_part.y * head * 0.55;
    v_side = 0.0;
    v_pattern = 0.0;
  }
  gl_Position = vec4(place / u_half, 0.0, 1.0);
  #ifdef PICKING_MODE
  if (ink < 0.3) gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
  #endif
}`;
const EDGE_FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying float v_side, v_width, v_along, v_pattern;
float inked(float at, float length_, float on) { return step(mod(at, length_), on); }
void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float ink = 1.0;
  if (v_pattern > 3.5) ink = inked(v_along, 8.0, 4.0);
  else if (v_pattern > 2.5) ink = max(inked(v_along, 22.0, 12.0), inked(v_along + 6.0, 22.0, 2.0));
  else if (v_pattern > 1.5) ink = inked(v_along, 13.0, 8.0);
  else if (v_pattern > 0.5) ink = inked(v_along, 5.5, 2.0);
  float cover = clamp(v_width - abs(v_side), 0.0, 1.0) * ink * v_color.a;
  gl_FragColor = vec4(v_color.rgb * cover, cover);
  #endif
}`;

const NODE_VERTEX = `
attribute vec2 a_position, a_corner;
attribute float a_size, a_shape;
attribute vec4 a_color, a_border, a_id;
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_scale;
varying vec4 v_color, v_border;
varying vec2 v_at;
varying float v_radius, v_shape;
void main() {
  v_radius = max(a_size * u_scale, 1.4);
  v_at = a_corner * (v_radius * 1.35 + 1.5);
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
  v_border = a_border;
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy + v_at / u_half, 0.0, 1.0);
}`;
// How far a point lies outside each shape: a distance to its edges.
const NODE_FRAGMENT = `
precision highp float;
varying vec4 v_color, v_border;
varying vec2 v_at;
varying float v_radius, v_shape;
float sides(vec2 p, float count, float turn) {
  float part = 6.2831853 / count;
  float angle = mod(atan(p.x, p.y) + turn, part) - part * 0.5;
  return length(p) * cos(angle) - v_radius * cos(part * 0.5);
}
float outside(vec2 p) {
  if (v_shape < 0.5) return length(p) - v_radius;
  if (v_shape < 1.5) return max(abs(p.x), abs(p.y)) - v_radius * 0.9;
  if (v_shape < 2.5) return sides(p, 3.0, 0.0) * 0.9;
  if (v_shape < 3.5) return sides(-p, 3.0, 0.0) * 0.9;
  if (v_shape < 4.5) return (abs(p.x) + abs(p.y) - v_radius * 1.15) * 0.7071;
  if (v_shape < 5.5) return sides(p.yx, 6.0, 0.0);
  float angle = mod(atan(p.x, p.y) + 0.6283185, 1.2566371) - 0.6283185;
  vec2 q = length(p) * vec2(abs(sin(angle)), cos(angle));
  return dot(q - vec2(0.0, v_radius * 1.2), normalize(vec2(0.75, 0.42)));
}
void main() {
  float far = outside(v_at);
  #ifdef PICKING_MODE
  if (far > 2.5) discard;
  gl_FragColor = v_color;
  #else
  float cover = clamp(0.5 - far, 0.0, 1.0);
  vec4 ink = mix(v_color, v_border, clamp(far + 1.5 + v_radius * 0.06, 0.0, 1.0));
  gl_FragColor = vec4(ink.rgb * ink.a * cover, ink.a * cover);
  #endif
}`;

const FLOAT = 5126;
const BYTE = 5121;
const TRIANGLES = 4;
const pair = (name) => ({ name, size: 2, type: FLOAT });
const single = (name) => ({ name, size: 1, type: FLOAT });
const colorPart = (name) => ({ name, size: 4, type: BYTE, normalized: true });

function setPixels(params, { gl, uniformLocations: at }) {
  gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
  gl.uniform2f(at.u_half, params.width / 2, params.height / 2);
  gl.uniform1f(at.u_scale, 1 / params.sizeRatio);
}

// Corners of the strip along a curve, in `steps` pieces, and of its arrowhead: place, side, part of the head.
function stripOf(steps) {
  const corners = [];
  for (let step = 0; step < steps; step += 1) {
    const [a, b] = [step / steps, (step + 1) / steps];
    corners.push([a, 1, 0], [a, -1, 0], [b, 1, 0], [b, 1, 0], [a, -1, 0], [b, -1, 0]);
  }
  return [...corners, [1, 0, 1], [1, 1, 2], [1, -1, 2]];
}

// The four points of an edge's curve, in sigma's own measure; `unit` is one pixel of the layout.
function curveOf(source, target, { bend, loop, unit }) {
  if (loop) {
    const far = (loop.size + 18) * 3 * unit;
    const point = (turn) => [source.x + far * Math.cos(loop.angle + turn), source.y + far * Math.sin(loop.angle + turn)];
    return [source.x, source.y, ...point(-0.45), ...point(0.45), target.x, target.y];
  }
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const [x, y] = [(source.x + target.x) / 2 - dy * bend, (source.y + target.y) / 2 + dx * bend];
  const near = (end, middle) => end + ((middle - end) * 2) / 3;
  return [source.x, source.y, near(source.x, x), near(source.y, y), near(target.x, x), near(target.y, y), target.x, target.y];
}

function edgeProgram(steps, drawLabel) {
  const { EdgeProgram, floatColor } = window.kgSigma;
  const corners = stripOf(steps);
  return class extends EdgeProgram {
    drawLabel = drawLabel;
    getDefinition() {
      return {
        VERTICES: corners.length, VERTEX_SHADER_SOURCE: EDGE_VERTEX, FRAGMENT_SHADER_SOURCE: EDGE_FRAGMENT, METHOD: TRIANGLES,
        UNIFORMS: ["u_matrix", "u_half", "u_scale", "u_ink"],
        ATTRIBUTES: [...["a_start", "a_first", "a_second", "a_end"].map(pair), ...["a_size", "a_radius", "a_pattern"].map(single), colorPart("a_color"), colorPart("a_id")],
        CONSTANT_ATTRIBUTES: [{ name: "a_part", size: 3, type: FLOAT }], CONSTANT_DATA: corners,
      };
    }
    processVisibleItem(index, start, source, target, data) {
      this.array.set([...curveOf(source, target, data), data.size, target.size, data.pattern, floatColor(data.color), index], start);
    }
    setUniforms(params, program) {
      setPixels(params, program);
      program.gl.uniform1f(program.uniformLocations.u_ink, inkOf(this.renderer));
    }
  };
}

// How strongly lines are drawn: by how many there are and how close one looks.
const CALM = 300;
function inkOf(renderer) {
  const crowd = Math.sqrt(CALM / Math.max(renderer.getGraph().size, CALM));
  const near = Math.min(1, renderer.getGraphToViewportRatio() / 0.7);
  return Math.max(0.1, crowd + (1 - crowd) * near * near);
}

function nodeProgram() {
  const { NodeProgram, floatColor } = window.kgSigma;
  const corners = [[-1, -1], [1, -1], [-1, 1], [-1, 1], [1, -1], [1, 1]];
  return class extends NodeProgram {
    getDefinition() {
      return {
        VERTICES: corners.length, VERTEX_SHADER_SOURCE: NODE_VERTEX, FRAGMENT_SHADER_SOURCE: NODE_FRAGMENT, METHOD: TRIANGLES,
        UNIFORMS: ["u_matrix", "u_half", "u_scale"],
        ATTRIBUTES: [pair("a_position"), single("a_size"), single("a_shape"), colorPart("a_color"), colorPart("a_border"), colorPart("a_id")],
        CONSTANT_ATTRIBUTES: [pair("a_corner")], CONSTANT_DATA: corners,
      };
    }
    processVisibleItem(index, start, data) {
      this.array.set([data.x, data.y, data.size, data.shape, floatColor(data.color), floatColor(data.border), index], start);
    }
    setUniforms(params, program) { setPixels(params, program); }
  };
}

// In place of the library's own programs: compiling them takes as long as all of ours.
class Unused {
  reallocate() {}
  process() {}
  render() {}
  kill() {}
}
