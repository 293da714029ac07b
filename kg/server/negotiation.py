"""Which of several media types a client likes best (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def best(accept: str | None, offered: Sequence[str]) -> str | None:
    """The type offered with the highest quality, the first of equals; None where none is acceptable."""
    if not accept or not accept.strip():
        return offered[0]
    ranges = list(_ranges(accept))
    qualities = {kind: quality(kind, ranges) for kind in offered}
    kind = max(offered, key=qualities.__getitem__)  # the first of equals
    return kind if qualities[kind] > 0 else None


def prefers(accept: str | None, kind: str, others: Sequence[str]) -> bool:
    """Whether the client names this type as better than each of the others: a browser does."""
    if not accept:
        return False
    ranges = list(_ranges(accept))
    return quality(kind, ranges) > max(quality(other, ranges) for other in others)


def quality(kind: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that holds a type: `a/b` before `a/*` before `*/*`; else 0."""
    weights = dict(reversed(ranges))
    for wanted in (kind, f"{kind.partition('/')[0]}/*", "*/*"):
        if wanted in weights:
            return weights[wanted]
    return 0.0


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    """Media ranges with their weights; parameters other than q are ignored, as is a weight that is none."""
    for part in accept.split(","):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            name, _, value = parameter.partition("=")
            if name.strip() == "q":
                weight = _weight(value.strip())
        if kind:
            yield ("*/*" if kind == "*" else kind), weight


def _weight(value: str) -> float:
    try:
        weight = float(value)
    except ValueError:
        return 1.0
    return min(max(weight, 0.0), 1.0) if weight == weight else 1.0  # NaN is not itself
