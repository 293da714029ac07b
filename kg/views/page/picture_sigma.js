// The picture of a large graph: sigma and graphology draw it on the graphics card.
const seeThrough = new Map();
function faint(color) {
  if (!seeThrough.has(color)) seeThrough.set(color, `rgba(${[1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)).join(",")},${FADED})`);
  return seeThrough.get(color);
}

const MARGIN = 46;
const FEW_EDGES = 2500;
function sigmaPicture(container) {
  const { Graph, Sigma } = window.kgSigma;
  // Names of its own: an id of the graph may be any text, and the library keeps nodes as keys of an object.
  const keys = new Map(nodeIds.map((id, place) => [id, `n${place}`]));
  const idOf = (key) => nodeIds[Number(key.slice(1))];
  const box = boxOf(drawnNodes.values());
  const unit = 1 / Math.max(box.x[1] - box.x[0], box.y[1] - box.y[0], 1);
  const labels = new Map();
  const words = new Map();
  let taken = null;
  let hovered = null;
  let base = 1;
  let fresh = false;

  function nodeLooks(id) {
    const { ink, back, color, hollow, shape } = colorsOf(drawnNodes.get(id));
    const faded = isFaded(id);
    const [inside, border] = hollow ? [back, color] : [color, color];
    const chosen = id === state.node;
    return {
      color: faded ? faint(inside) : inside, border: faded ? faint(border) : chosen ? ink : border, shape: SHAPES.indexOf(shape), ink,
      highlighted: chosen, forceLabel: chosen || emphasis.pathNodes.has(id), zIndex: chosen ? 1 : 0, faded,
    };
  }

  function edgeLooks(edge) {
    const chosen = isChosen(edge) || (hovered !== null && (edge.from === hovered || edge.to === hovered));
    const color = lineColor(edge);
    const width = (edge.role ? 0.9 : Math.min(3, 1.1 + 0.3 * (edge.statements.length - 1))) + (chosen ? 1.15 : 0);
    const quiet = isFadedEdge(edge) || (!chosen && picked() && !onPath(edge));
    return {
      color: quiet ? faint(color) : color, size: width, zIndex: chosen ? 1 : 0, forceLabel: chosen, ink: color,
      label: isFadedEdge(edge) ? null : chosen ? edge.label : edge.status === "denied" ? "✕" : null,
    };
  }
  const picked = () => emphasis.told.size > 0 || state.node !== null;

  const sigma = new Sigma(new Graph({ multi: true }), container, {
    allowInvalidContainer: true, enableEdgeEvents: true, renderEdgeLabels: true, zIndex: true, enableCameraRotation: false,
    nodeProgramClasses: { shape: nodeProgram(), circle: Unused }, defaultNodeType: "shape",
    edgeProgramClasses: { line: edgeProgram(1, drawEdgeLabel), arc: edgeProgram(STEPS, drawEdgeLabel), arrow: Unused }, defaultEdgeType: "line",
    nodeReducer: (key, data) => ({ ...data, ...nodeLooks(idOf(key)) }),
    edgeReducer: (key, data) => ({ ...data, ...edgeLooks(drawnEdges.get(key)) }),
    zoomToSizeRatioFunction: (ratio) => 1 / Math.min(1.5, Math.max(0.2, Math.sqrt(base / ratio))),
    defaultDrawNodeLabel: drawLabel, defaultDrawNodeHover: drawHover, labelRenderedSizeThreshold: 3.4, labelDensity: 1, labelGridCellSize: 90,
    stagePadding: 0, zoomDuration: calm.matches ? 0 : 200, inertiaDuration: calm.matches ? 0 : 200,
  });
  const camera = sigma.getCamera();
  sigma.setCustomBBox(box);

  function draw(nodes, edges) {
    const graph = new Graph({ multi: true, type: "directed" });
    for (const id of nodes) {
      const { x, y, size, label } = standing(id);
      graph.addNode(keys.get(id), { x, y: -y, size, label });
    }
    for (const { id, from, to, bend, loop, status } of edges) {
      graph.addDirectedEdgeWithKey(id, keys.get(from), keys.get(to), { type: bend || loop ? "arc" : "line", bend, loop, unit, pattern: PATTERNS.indexOf(status) });
    }
    sigma.setSetting("hideEdgesOnMove", edges.length > 8000);
    // Every render of a large graph counts: the next frame draws it, once it is known where the camera stands.
    sigma.render = () => sigma;
    sigma.setGraph(graph);
    delete sigma.render;
    fresh = true;
    measure();
    sigma.scheduleRender();
  }

  // `base` is how many pixels of the screen one of the layout takes where the camera's ratio is 1.
  function measure() {
    const [first, second] = [0, unit].map((x) => sigma.framedGraphToViewport({ x, y: 0 }, { cameraState: { x: 0.5, y: 0.5, angle: 0, ratio: 1 } }));
    base = second.x - first.x;
  }
  function restyle() {
    if (!fresh) sigma.refresh({ schedule: true });
    fresh = false;
  }
  const onScreen = (place) => inWindow(sigma.framedGraphToViewport(place, { cameraState: camera.getState() }));
  const framed = ({ x, y }) => ({ x: 0.5 + (x - (box.x[0] + box.x[1]) / 2) * unit, y: 0.5 + (-y - (box.y[0] + box.y[1]) / 2) * unit });

  function fit(least, ids) {
    measure();
    const shown = boxOf((ids || sigma.getGraph().nodes().map(idOf)).map(standing));
    const { width, height } = sigma.getDimensions();
    const room = [(width - 2 * Math.min(80, width / 8)) / (shown.x[1] - shown.x[0] + 1), (height - 2 * MARGIN) / (shown.y[1] - shown.y[0] + 1)];
    const scale = Math.max(Math.min(...room, 1.6), least || 0.0005);
    const middle = framed({ x: (shown.x[0] + shown.x[1]) / 2, y: -(shown.y[0] + shown.y[1]) / 2 });
    camera.setState({ ...middle, ratio: base / scale });
  }

  const atCorner = () => sigma.viewportToFramedGraph({ x: 0, y: 0 }, { cameraState: camera.getState() });
  function resize() {
    const corner = atCorner();
    const scale = base / camera.ratio;
    sigma.resize(true);
    measure();
    camera.setState({ ratio: base / scale });
    const moved = atCorner();
    camera.setState({ x: camera.x + corner.x - moved.x, y: camera.y + corner.y - moved.y });
    sigma.scheduleRender();
  }

  // What is chosen is written by drawHover, above all others.
  function drawLabel(context, data, settings) {
    if (!data.label || data.faded) return;
    const lines = data.label.split("\n");
    context.font = data.highlighted ? `bold 13px ${FACE}` : `12px ${FACE}`;
    const width = Math.max(...lines.map((line) => context.measureText(line).width));
    const top = data.y + data.size + 2;
    const place = { left: data.x - width / 2 - 3, right: data.x + width / 2 + 3, top, bottom: top + 14 * lines.length + 2, head: data.y - data.size - 2 };
    if (!data.forceLabel && [...labels.values()].some((other) => crosses(place, other))) return;
    labels.set(data.key, place);
    if (!data.highlighted) write(context, lines, data.x, top + 12, data.ink);
  }

  function write(context, lines, x, y, ink) {
    context.textAlign = "center";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = colorsOf().halo.color;
    context.fillStyle = ink;
    lines.forEach((line, row) => { context.strokeText(line, x, y + 14 * row); context.fillText(line, x, y + 14 * row); });
  }

  function drawHover(context, data, settings) {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 4, 0, 2 * Math.PI);
    context.lineWidth = 2.5;
    context.strokeStyle = data.ink;
    context.stroke();
    context.font = `bold ${13}px ${FACE}`;
    write(context, data.label.split("\n"), data.x, data.y + data.size + 17, data.ink);
  }

  function drawEdgeLabel(context, edge, source, target) {
    // From afar a cross stands on no line that one can see.
    if (!edge.label || (edge.label === "✕" && base / camera.ratio < 0.35)) return;
    // On the screen down is more, so that what bends left bends right.
    const loop = edge.loop && { ...edge.loop, angle: -edge.loop.angle };
    const curve = curveOf(source, target, { bend: -edge.bend, loop, unit: base / camera.ratio });
    context.font = `${edge.label === "✕" ? 13 : 11}px ${FACE}`;
    if (edge.label === "✕") { const [x, y] = middleOf(curve); write(context, ["✕"], x, y + 4, edge.ink); return; }
    taken ??= [...labels.values()].map((each) => ({ ...each, top: each.head }));
    const box = placeWords(taken, { left: 0, top: 0, right: sigma.getDimensions().width, bottom: sigma.getDimensions().height }, [context.measureText(edge.label).width + 4, 14], (t) => alongCurve(curve, t), mustRead(drawnEdges.get(edge.key)));
    if (!box) return;
    words.set(edge.key, box);
    write(context, [edge.label], (box.left + box.right) / 2, box.bottom - 3, edge.ink);
  }

  const inWindow = ({ x, y }) => {
    const { left, top } = container.getBoundingClientRect();
    return { x: x + left, y: y + top };
  };

  function edgePoint(id) {
    const graph = sigma.getGraph();
    if (!graph.hasEdge(id)) return null;
    const [from, to] = graph.extremities(id).map((key) => framed(standing(idOf(key))));
    const [x, y] = middleOf(curveOf(from, to, graph.getEdgeAttributes(id)));
    return onScreen({ x, y });
  }

  // A node that the pointer meets shows its edges, where going through all of them takes no time.
  function hover(key) {
    hovered = key === null ? null : idOf(key);
    container.style.cursor = key === null ? "" : "pointer";
    if (sigma.getGraph().size <= FEW_EDGES) sigma.refresh({ schedule: true });
  }

  // A printer finds nothing on a canvas of the graphics card: what it shows is copied while it is there.
  function onPaper() {
    sigma.refresh();
    const layers = ["edges", "nodes", "edgeLabels", "labels", "hovers", "hoverNodes"].map((name) => sigma.getCanvases()[name]).filter(Boolean);
    const [{ width, height }] = layers;
    const sheet = element("canvas", { class: "paper", width, height });
    const context = sheet.getContext("2d");
    for (const layer of layers) context.drawImage(layer, 0, 0, width, height);
    container.append(sheet);
  }

  const pointer = ({ x, y }) => { const { x: clientX, y: clientY } = inWindow({ x, y }); return { clientX, clientY }; };
  sigma.on("beforeRender", () => { labels.clear(); words.clear(); taken = null; });
  sigma.on("clickNode", ({ node, event }) => clicked(idOf(node), undefined, pointer(event)));
  sigma.on("clickEdge", ({ edge, event }) => clicked(undefined, edge, pointer(event)));
  sigma.on("clickStage", ({ event }) => clicked(undefined, undefined, pointer(event)));
  sigma.on("doubleClickNode", (event) => event.preventSigmaDefault());
  sigma.on("enterNode", ({ node }) => hover(node));
  sigma.on("leaveNode", () => hover(null));
  sigma.on("enterEdge", () => { container.style.cursor = "pointer"; });
  sigma.on("leaveEdge", () => { container.style.cursor = ""; });
  sigma.on("resize", measure);

  return {
    kind: "sigma", draw, restyle, resize, fit, edgePoint,
    refresh: () => { sigma.resize(true); measure(); sigma.scheduleRender(); },
    nodes: () => sigma.getGraph().nodes().map(idOf),
    edges: () => sigma.getGraph().edges(),
    has: (id) => sigma.getGraph().hasNode(keys.get(id)),
    nodePoint: (id) => (sigma.getGraph().hasNode(keys.get(id)) ? onScreen(framed(standing(id))) : null),
    labelBoxes: () => Object.fromEntries([...labels].map(([key, { left, top, right, bottom }]) => {
      const [first, last] = [inWindow({ x: left, y: top }), inWindow({ x: right, y: bottom })];
      return [idOf(key), { left: first.x, top: first.y, right: last.x, bottom: last.y }];
    })),
    wordBoxes: () => Object.fromEntries([...words].map(([key, { left, top, right, bottom }]) => {
      const [first, last] = [inWindow({ x: left, y: top }), inWindow({ x: right, y: bottom })];
      return [key, { left: first.x, top: first.y, right: last.x, bottom: last.y }];
    })),
    paper: () => onPaper(),
    zoom: (factor) => camera.setState({ ratio: camera.ratio / factor }),
    scale: () => base / camera.ratio,
    shift: (x, y) => {
      const [from, to] = [{ x: 0, y: 0 }, { x, y }].map((at) => sigma.viewportToFramedGraph(at, { cameraState: camera.getState() }));
      camera.setState({ x: camera.x + to.x - from.x, y: camera.y + to.y - from.y });
    },
    focus: (id, closer, animated) => {
      const scale = closer ? Math.max(base / camera.ratio, 0.9) : base / camera.ratio;
      const there = { ...framed(standing(id)), ratio: base / scale };
      if (animated && !calm.matches) camera.animate(there, { duration: 250 });
      else camera.setState(there);
    },
  };
}

// The extent of nodes in sigma's sense: up is more.
function boxOf(nodes) {
  const box = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] };
  for (const { x, y } of nodes) {
    box.x = [Math.min(box.x[0], x), Math.max(box.x[1], x)];
    box.y = [Math.min(box.y[0], -y), Math.max(box.y[1], -y)];
  }
  return box.x[0] <= box.x[1] ? box : { x: [-1, 1], y: [-1, 1] };
}

const alongCurve = ([x0, y0, x1, y1, x2, y2, x3, y3], t) => {
  const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t ** 3];
  return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3];
};
const middleOf = (curve) => alongCurve(curve, 0.5);
