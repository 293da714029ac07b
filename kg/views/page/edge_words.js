// Words on edges stand where they cover neither a name nor other words, near the middle if they can; what finds no such
// place in sight is left to the panel, unless it was asked for.
const ALONG = [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78, 0.15, 0.85];
const crosses = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isWithin = (box, view) => box.left > view.left && box.right < view.right && box.top > view.top && box.bottom < view.bottom;

// The box of the words, added to `taken`; null where they would cover something and need not stand.
function placeWords(taken, view, [width, height], pointAt, must) {
  const boxAt = (t) => {
    const [x, y] = pointAt(t);
    return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
  };
  const free = ALONG.map(boxAt).find((box) => isWithin(box, view) && !taken.some((each) => crosses(box, each)));
  if (free || must) taken.push(free || boxAt(0.5));
  return free || (must ? taken[taken.length - 1] : null);
}

// What is read first finds its place first.
const rankOf = (edge) => (mustRead(edge) ? 0 : isChosen(edge) ? 1 : 2);
const mustRead = (edge) => onPath(edge) || emphasis.told.size > 0 && edge.statements.some((id) => emphasis.told.has(id));
