// The picture of up to some two thousand nodes: vis-network with fixed places.
function visPicture(container) {
  const nodeSet = new vis.DataSet();
  const edgeSet = new vis.DataSet();
  let network = null;
  let marked = [];
  let hiding = false;
  const at = (point) => {
    const { left, top } = container.getBoundingClientRect();
    const { x, y } = network.canvasToDOM(point);
    return { x: x + left, y: y + top };
  };

  // The names on a path can be read however far away it is: as large as they would be close by.
  const READ_AT = 0.85;
  const enlarged = (size) => Math.max(size, network ? (size * READ_AT) / network.getScale() : size);

  function nodeLooks(node) {
    const named = emphasis.pathNodes.has(node.id);
    const fontSize = node.size < 7 ? 12 : 14;
    const { ink, back, halo, color, hollow, shape } = colorsOf(node);
    const border = hollow ? color : back;
    const inside = hollow ? back : color;
    const strong = { background: inside, border: ink };
    return {
      id: node.id, label: node.label, x: node.x, y: node.y, size: node.size, shape, opacity: isFaded(node.id) ? FADED : 1,
      borderWidth: hollow ? 2 : 1, borderWidthSelected: 4, color: { background: inside, border, highlight: strong, hover: strong },
      scaling: { label: { maxVisible: named ? 16 : 30, drawThreshold: 5 } },
      font: { size: named ? enlarged(14) : fontSize, color: isFaded(node.id) ? halo.faint : ink, strokeWidth: 3, strokeColor: halo.color, face: FACE },
      ...(hollow ? { shapeProperties: { borderDashes: [3, 3] } } : {}),
    };
  }

  function edgeLooks(edge) {
    const color = lineColor(edge);
    const faded = isFadedEdge(edge);
    const width = edge.role ? 1 : Math.min(4, 1.2 + 0.4 * (edge.statements.length - 1));
    const smooth = edge.bend ? { enabled: true, type: edge.bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(edge.bend) } : false;
    return {
      id: edge.id, from: edge.from, to: edge.to, label: edge.status === "denied" && !isChosen(edge) ? "✕" : edge.label, smooth, selfReference: edge.loop,
      dashes: DASHES[edge.status], width: onPath(edge) ? width + 2 : width,
      color: { color, highlight: color, hover: color, opacity: faded ? FADED : edge.role ? 0.75 : 1 },
      scaling: { label: { drawThreshold: isRead(edge) ? 1 : 13, maxVisible: onPath(edge) ? 15 : 30 } },
      font: { size: onPath(edge) ? enlarged(12) : isRead(edge) ? 13 : 11, color: faded ? "transparent" : color, strokeWidth: faded ? 0 : 3, strokeColor: colorsOf().halo.color, face: FACE, align: "horizontal", vadjust: 15 * (edge.lane || 0) },
    };
  }

  // The first picture is handed to the library whole: adding to an empty one takes it twice as long.
  function draw(nodes, edges) {
    marked = edges.filter(isChosen);
    replaceAll(nodeSet, [...nodes].map((id) => nodeLooks(drawnNodes.get(id))));
    replaceAll(edgeSet, edges.map(edgeLooks));
    if (!network) start();
    const crowded = edges.length > 2000;
    if (crowded !== hiding) network.setOptions({ interaction: { hideEdgesOnDrag: crowded, hideEdgesOnZoom: crowded } });
    hiding = crowded;
  }

  function replaceAll(set, items) {
    const wanted = new Set(items.map((item) => item.id));
    set.remove(set.getIds().filter((id) => !wanted.has(id)));
    set.update(items);
  }

  function start() {
    network = new vis.Network(container, { nodes: nodeSet, edges: edgeSet }, read("kg-options"));
    network.on("click", ({ nodes, edges, event }) => clicked(nodes[0], edges[0], event.srcEvent));
  }

  function restyle(fading) {
    const edges = edgeSet.getIds().map((id) => drawnEdges.get(id));
    const now = edges.filter(isChosen);
    if (!fading && !state.node && !now.length && !marked.length) { unselect(); return; }
    const changed = fading ? edges : [...new Set([...marked.filter((edge) => edgeSet.get(edge.id)), ...now])];
    marked = now;
    if (changed.length) edgeSet.update(changed.map(edgeLooks));
    if (fading) nodeSet.update(nodeSet.getIds().map((id) => nodeLooks(drawnNodes.get(id))));
    unselect();
    if (state.node && nodeSet.get(state.node)) network.selectNodes([state.node]);
    const told = chosenEdges(edges);
    if (told.length) network.selectEdges(told.map((edge) => edge.id));
  }

  // The library draws the whole picture again even where nothing was selected.
  function unselect() {
    if (network.getSelectedNodes().length || network.getSelectedEdges().length) network.unselectAll();
  }

  // Nothing moves on the screen when the panel takes room from the picture.
  function resize() {
    if (!network) return;
    const corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const [scale, position] = [network.getScale(), network.getViewPosition()];
    network.setSize("100%", "100%");
    network.moveTo({ scale, position });
    const moved = network.DOMtoCanvas({ x: 0, y: 0 });
    network.moveTo({ scale, position: { x: position.x + corner.x - moved.x, y: position.y + corner.y - moved.y } });
  }

  return {
    kind: "vis", draw, restyle, resize,
    refresh: () => network.redraw(),
    nodes: () => nodeSet.getIds(),
    edges: () => edgeSet.getIds(),
    has: (id) => Boolean(nodeSet.get(id)),
    nodePoint: (id) => (nodeSet.get(id) ? at(network.getPosition(id)) : null),
    edgePoint: (id) => (edgeSet.get(id) ? at(network.body.edges[id].edgeType.getPoint(0.5)) : null),
    labelBoxes: () => Object.fromEntries(nodeSet.getIds().map((id) => {
      const { left, top, right, bottom } = network.getBoundingBox(id);
      const [first, last] = [at({ x: left, y: top }), at({ x: right, y: bottom })];
      return [id, { left: first.x, top: first.y, right: last.x, bottom: last.y }];
    })),
    fit: (least, ids) => network.fit({ ...(ids ? { nodes: ids } : {}), animation: false, maxZoomLevel: 1.6, minZoomLevel: least || 0.001 }),
    zoom: (factor) => network.moveTo({ scale: network.getScale() * factor }),
    scale: () => network.getScale(),
    focus: (id, closer, animated) => {
      const scale = closer ? Math.max(network.getScale(), 0.9) : network.getScale();
      network.focus(id, { scale, animation: animated && !calm.matches ? { duration: 250, easingFunction: "easeInOutQuad" } : false });
    },
  };
}
