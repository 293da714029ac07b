"""The verbs of the command line: each opens, makes one public call of the library, and prints."""

from __future__ import annotations

import os
import sys

# In the order in which --help lists their verbs.
from kg.cli import building, learning, asking, exporting, serving, judging  # isort: skip
from kg.cli.terminal import app

__all__ = ["app", "asking", "building", "exporting", "judging", "learning", "main", "serving"]


def main() -> None:
    """Run the command line."""
    # One thread a process: results do not depend on the machine, and workers do not fight for its cores.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    app(prog_name="kg")
