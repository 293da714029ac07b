"""Sources -> documents: read, dated, named, cleaned; whatever cannot be read is one problem."""

from __future__ import annotations

import stat
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from kg.errors import InputError
from kg.model import Document
from kg.reading.datelines import find_published
from kg.reading.drafts import MAX_BYTES, Draft, Facts, clean_line, clean_name
from kg.reading.formats import find_format, hash_bytes, read_html, read_json_lines, read_pdf, read_text_file
from kg.reading.languages import ENGLISH, SAMPLE, find_language
from kg.reading.layout import find_lines
from kg.reading.passages import find_passages
from kg.reading.skipping import find_skipped
from kg.reading.sources import STDIN, Problem, Source, find_sources

MOST_LINE_PROBLEMS = 5
"""Wrong lines of one JSON lines file that are told one by one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents, sorted by id, and one problem for whatever was not read."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Document]:
        return iter(self.documents)

    def __len__(self) -> int:
        return len(self.documents)


def read(*paths: str | Path, published: date | None = None) -> Reading:
    """Read files, folders, patterns, and "-" for standard input.

    `published` counts where neither manifest nor page metadata nor JSON line gives a day; without it a date line or
    dateline does.  Nothing is raised for a bad file: it is a problem of the Reading.
    """
    sources = find_sources(paths)
    facts = {file: row for manifest in sources.manifests for file, row in manifest.facts.items()}
    drafts: list[Draft] = []
    problems = list(sources.problems)
    for source in sources.files:
        for item in _drafts_of(source):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                known = facts.get(source.path.resolve(), Facts())
                _accept(replace(item, facts=known.or_else(item.facts)), source, drafts, problems)
    if sources.stdin:
        source = Source(Path(STDIN), named=True)
        for item in _standard_input():
            _accept(item, source, drafts, problems) if isinstance(item, Draft) else problems.append(item)
    return Reading(_documents(drafts, published), tuple(sorted(set(problems))))


def read_text(text: str, *, id: str = "text", published: date | None = None, title: str | None = None) -> Document:
    """Return the document of a text at hand.  Raises InputError for an empty one.  Its language is not looked at."""
    if not text.strip():
        raise InputError(f"{clean_name(id)}: empty text")
    draft = Draft(id, text, hash_bytes(text.encode("utf-8", "replace")), Facts(title=clean_line(title)))
    return _document(draft, clean_name(id), published)


def _accept(draft: Draft, source: Source, drafts: list[Draft], problems: list[Problem]) -> None:
    language = find_language(_readable(draft.text))
    if language in (None, ENGLISH):
        drafts.append(draft)
    else:
        what = f"skipped: language '{language}', expected English"
        problems.append(Problem(str(source.path), what, source.named))


def _readable(text: str) -> str:
    """The beginning of a text as it is read, without boilerplate."""
    beginning = text[: 4 * SAMPLE]
    sample = Document("", beginning, skipped=find_skipped(beginning))
    return " ".join(passage.text for passage in find_passages(sample)) or beginning


# ---------------------------------------------------------------- files


def _drafts_of(source: Source) -> Iterator[Draft | Problem]:
    path = source.path
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise InputError("not a regular file")
        yield from _from_file(source, status.st_size)
    except InputError as error:
        yield Problem(str(path), str(error), source.named)
    except OSError as error:
        yield Problem(str(path), f"cannot be read: {error.strerror}", source.named)


def _from_file(source: Source, size: int) -> Iterator[Draft | Problem]:
    path = source.path
    with path.open("rb") as file:
        kind = find_format(path.suffix, file.peek(4_000)[:4_000])
        if kind == "jsonl":
            yield from _from_lines(iter(lambda: file.readline(MAX_BYTES + 2), b""), path.stem, source)
        elif size > MAX_BYTES:
            raise InputError(f"too large: {size / 1e6:.1f} MB, at most {MAX_BYTES // 1_000_000} MB")
        else:
            yield _from_bytes(path.stem, kind, file.read(MAX_BYTES + 1))


def _from_bytes(name: str, kind: str, raw: bytes) -> Draft:
    if not raw.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x0b\x0c"):
        raise InputError("empty file")
    readers = {"html": read_html, "pdf": read_pdf}
    draft = readers.get(kind, read_text_file)(name, raw)
    if not draft.text.strip():
        raise InputError("empty file")
    return draft


def _from_lines(lines: Iterator[bytes], name: str, source: Source) -> Iterator[Draft | Problem]:
    faults: list[str] = []
    read = 0
    for item in read_json_lines(name, lines):
        if isinstance(item, Draft):
            read += 1
            yield item
        else:
            faults.append(item)
    yield from (Problem(str(source.path), fault) for fault in faults[:MOST_LINE_PROBLEMS])
    if len(faults) > MOST_LINE_PROBLEMS:
        yield Problem(str(source.path), f"{len(faults) - MOST_LINE_PROBLEMS} more lines cannot be read")
    if not read:
        yield Problem(str(source.path), "no document in this file", source.named)


def _standard_input() -> Iterator[Draft | Problem]:
    """One article, or JSON lines where the first line is an object."""
    raw = sys.stdin.buffer.read(10 * MAX_BYTES + 1)
    source = Source(Path(STDIN), named=True)
    try:
        if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b'{"'):
            yield from _from_lines(iter(raw.splitlines(keepends=True)), "stdin", source)
        elif len(raw) > MAX_BYTES:
            raise InputError(f"too large: at most {MAX_BYTES // 1_000_000} MB")
        else:
            yield _from_bytes("stdin", find_format("", raw[:4_000]), raw)
    except InputError as error:
        message = str(error).replace("empty file", "empty input")
        yield Problem(STDIN, message, named=True)


# ---------------------------------------------------------------- documents


def _documents(drafts: Sequence[Draft], published: date | None) -> tuple[Document, ...]:
    documents = (_document(draft, name, published) for draft, name in zip(drafts, _ids(drafts), strict=True))
    return tuple(sorted(documents, key=lambda document: document.id))


def _ids(drafts: Sequence[Draft]) -> list[str]:
    """An id for each draft: its name; with digits of its hash where names clash; with a number where those do too."""
    names = [clean_name(draft.name) for draft in drafts]
    # Ids become file names, and some file systems do not tell "A" from "a".
    clashes = Counter(name.casefold() for name in names)
    ids: list[str] = []
    taken: Counter[str] = Counter()
    for draft, name in zip(drafts, names, strict=True):
        chosen = f"{name}-{draft.sha256[:8]}" if clashes[name.casefold()] > 1 else name
        taken[chosen.casefold()] += 1
        number = taken[chosen.casefold()]
        ids.append(chosen if number == 1 else f"{chosen}-{number}")
    return ids


def _document(draft: Draft, name: str, published: date | None) -> Document:
    facts = draft.facts
    text = draft.text.encode("utf-8", "replace").decode()
    head = [line.text for line in islice(filter(None, find_lines(text)), 5)]
    day = facts.published or published or find_published(head)
    return Document(name, text, day, facts.title, facts.publisher, facts.url, draft.sha256, find_skipped(text))
