"""How long the page takes to open, to search and to be written, in headless Chromium without network.

    python benchmarks/page.py                       every size
    python benchmarks/page.py --size seeds          one of: seeds 500 5000 20000
    python benchmarks/page.py --rounds 5            the quickest of so many counts, not of 3
    python benchmarks/page.py --graph DIR           the seeds row from this built graph, not from outputs/

Columns: milliseconds from the start of loading to the first frame that shows the graph, opening on the most connected
part and with all nodes (#all=1); processor milliseconds of the page's own process until then, which other work on the
machine disturbs less; milliseconds from a key in the search box to its suggestions; seconds to write the file; its
megabytes, and kilobytes for each 1,000 statements beside the libraries.  The row `pyvis` is the same 500 nodes (and
the same 5,000) written by pyvis itself without physics, with the places that we computed, in the same run.  Graphs of
500 nodes and more are made up (benchmarks/made_network.py).  Chromium draws without a graphics card: sigma's WebGL is
then computed by the processor, which the figures include.  The load of the machine is printed with them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from made_network import made_network

from kg.graph import KnowledgeGraph
from kg.views.html import to_pyvis, write_html
from kg.views.tables import load

ROOT = Path(__file__).resolve().parents[1]
SIZES: dict[str, tuple[int, int]] = {"500": (500, 1500), "5000": (5000, 20_000), "20000": (20_000, 60_000)}
COLUMNS = {
    "first picture": 15, "processor": 11, "all nodes": 11, "processor ": 11, "search": 8, "written": 9, "size": 8,
    "per 1,000": 11,
}  # fmt: skip
PEERS = ("500", "5000")
TARGETS = {"seeds": 500, "500": 1000, "5000": 2000}
"""Milliseconds in which the page shall open (issue 7)."""
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
DRAWN = """new Promise((done) => requestAnimationFrame(() => setTimeout(() => {
  const [ours] = performance.getEntriesByName("picture");
  done(ours ? ours.startTime : performance.now());
}, 0)))"""
"""Our page marks the moment after the frame that showed the picture; legend and filters come then.  A peer's page is
timed by the first frame after it has loaded."""
SEARCH = """() => new Promise((done) => {
  const box = document.getElementById("search");
  const start = performance.now();
  box.value = "mar";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0));
})"""


@dataclass(frozen=True, slots=True)
class Opening:
    """Milliseconds to the first frame, and of the processor."""

    shown: float
    worked: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", choices=["seeds", *SIZES], action="append")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--graph", type=Path, default=ROOT / "outputs")
    chosen = parser.parse_args()
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(" " * 14 + "".join(f"{name:>{width}}" for name, width in COLUMNS.items()))
    with TemporaryDirectory() as folder, browser() as tab:
        for size in chosen.size or ["seeds", *SIZES]:
            graph = load(chosen.graph) if size == "seeds" else made_network(*SIZES[size])
            measure(size, graph, Path(folder), tab, chosen.rounds)


def measure(size: str, graph: KnowledgeGraph, folder: Path, tab: Callable[[], Any], rounds: int) -> None:
    """Print the row of one size and, where it has one, that of its peer."""
    file = folder / f"{size}.html"
    written = timed(lambda: write_html(graph, file))
    first, whole = quickest(tab, f"file://{file}", rounds), quickest(tab, f"file://{file}#all=1", rounds)
    share = (file.stat().st_size - _bare(folder, large=file.read_text("utf-8").count("library-vis") > 1)) / len(
        graph.statements
    )
    told(size, first, whole, searched(tab, file, rounds), written, file, share)
    if size in PEERS:
        peer = folder / f"pyvis-{size}.html"
        written = timed(lambda: write_peer(graph, peer))
        told(f"pyvis {size}", quickest(tab, f"file://{peer}", rounds), None, None, written, peer, None)


def told(
    name: str,
    first: Opening,
    whole: Opening | None,
    search: float | None,
    written: float,
    file: Path,
    share: float | None,
) -> None:
    target = f" ({'met' if first.shown < TARGETS[name] else 'NOT met'}: {TARGETS[name]})" if name in TARGETS else ""
    cells = (
        f"{first.shown:.0f} ms", f"{first.worked:.0f} ms", f"{whole.shown:.0f} ms" if whole else "",
        f"{whole.worked:.0f} ms" if whole else "", f"{search:.0f} ms" if search is not None else "", f"{written:.1f} s",
        f"{file.stat().st_size / 1e6:.1f} MB", f"{share:.0f} kB" if share else "",
    )  # fmt: skip
    print(
        f"{name:14}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, COLUMNS.values(), strict=True)) + target
    )


def timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _bare(folder: Path, *, large: bool) -> int:
    """Bytes of a page without anything in it: libraries, script, styles."""
    file = folder / "bare.html"
    write_html(KnowledgeGraph(), file)
    library = (ROOT / "kg/views/page/vendor/sigma.min.js").stat().st_size
    return file.stat().st_size + (library if large else 0)


def write_peer(graph: KnowledgeGraph, file: Path) -> None:
    """The same nodes and edges at the same places, as pyvis writes them with its own template; all of them."""
    from pyvis.network import Network

    ours = to_pyvis(graph)
    plain = Network(directed=True, cdn_resources="in_line", height="800px")
    plain.toggle_physics(False)
    for node in ours.nodes:
        plain.add_node(node["id"], label=node["label"], x=node["x"], y=node["y"], size=node["size"])
    plain.edges = [
        {"from": edge["from"], "to": edge["to"], "label": edge["label"], "arrows": "to"} for edge in ours.edges
    ]
    file.write_text(plain.generate_html(), encoding="utf-8")


@contextmanager
def browser() -> Iterator[Callable[[], Any]]:
    """Opens tabs of their own context, offline."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = os.environ.get("KG_CHROMIUM") or shutil.which("chromium")
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield lambda: launched.new_context(viewport={"width": 1360, "height": 820}, offline=True).new_page()
        launched.close()


def quickest(tab: Callable[[], Any], address: str, rounds: int) -> Opening:
    openings = [opened(tab(), address) for _ in range(rounds)]
    return Opening(min(each.shown for each in openings), min(each.worked for each in openings))


def opened(page: Any, address: str) -> Opening:  # noqa: ANN401 - playwright is no dependency of the library
    page.set_default_timeout(300_000)
    page.set_default_navigation_timeout(300_000)
    metrics = page.context.new_cdp_session(page)
    metrics.send("Performance.enable")
    page.goto("about:blank")
    page.goto(address)
    shown = page.evaluate(DRAWN)
    worked = {each["name"]: each["value"] for each in metrics.send("Performance.getMetrics")["metrics"]}
    page.context.close()
    return Opening(shown, 1000 * worked["TaskDuration"])


def searched(tab: Callable[[], Any], file: Path, rounds: int) -> float:
    page = tab()
    page.set_default_timeout(300_000)
    page.goto(f"file://{file}")
    page.evaluate(DRAWN)
    quick: float = min(page.evaluate(SEARCH) for _ in range(rounds + 1))
    page.context.close()
    return quick


if __name__ == "__main__":
    main()
