"""A graph behind an address: serve."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.terminal import Folder, OntologyOption, app, fail, say, show


@app.command()
def serve(
    folder: Folder,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = 8000,
    time_limit: Annotated[
        float, typer.Option("--time-limit", min=0.1, metavar="SECONDS", help="End a query after this time.")
    ] = 10.0,
    workers: Annotated[int, typer.Option("--workers", min=1, max=64, help="Queries that run at once.")] = 2,
    ontology: OntologyOption = None,
) -> None:
    """Answer SPARQL over HTTP, with pages to read.

    Read-only, and for this machine alone unless --host says otherwise.  Ctrl-C ends it.
    """
    try:
        from kg.server.app import serve as run
        from kg.server.settings import Settings
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("starlette", "uvicorn"):
            raise
        fail("kg serve needs starlette and uvicorn: pip install 'newskg[serve]'")
    settings = Settings(seconds=time_limit, workers=workers)
    if host.lower() not in settings.hosts:
        say(f"{host}: whoever reaches this address can read the articles")
    try:
        run(folder, host=host, port=port, settings=settings, ontology=ontology, started=show)
    except KeyboardInterrupt:
        say("stopped")
