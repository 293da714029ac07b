"""The other end of a query with a time limit: a process that loads, says so, answers, and may be ended."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from kg.errors import KgError
from kg.queries import answer
from kg.queries.engines import Source


def main() -> None:
    """Read a job from the first argument; print a line once the data are loaded, then the answer as JSON."""
    job = json.loads(sys.argv[1])
    write = sys.stdout.write
    try:
        source = Source(Path(job["path"]), job["base"]).loaded(job["engine"])
        write("loaded\n")
        sys.stdout.flush()
        given = answer(source, job["text"], engine=job["engine"], explain=job["explain"])
        write(json.dumps(given.record()))
    except KgError as error:
        write(f"\n{json.dumps({'error': str(error)})}")
