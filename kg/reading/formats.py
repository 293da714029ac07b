"""The bytes of one file -> drafts: text, HTML, PDF, JSON lines."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator

from kg.errors import InputError
from kg.reading.datelines import read_date
from kg.reading.decoding import decode
from kg.reading.drafts import MAX_BYTES, Draft, Facts, clean_date, clean_line, clean_url

SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip

_HTML = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def find_format(suffix: str, beginning: bytes) -> str:
    """Return "text", "html", "pdf" or "jsonl": what the first bytes show, else what the suffix says, else text."""
    if beginning.startswith(b"%PDF-"):
        return "pdf"
    known = SUFFIXES.get(suffix.lower())
    if known in (None, "text") and _HTML.match(beginning):
        return "html"
    return known or "text"


def read_text_file(name: str, raw: bytes) -> Draft:
    """Return the draft of a text file.  Raises InputError."""
    return Draft(name, decode(raw), hash_bytes(raw))


def read_html(name: str, raw: bytes) -> Draft:
    """Return the article of a page and what its metadata says.  A date is taken from metadata only.

    Raises InputError where no article is found.
    """
    from trafilatura import bare_extraction  # imported late: half a second

    page = bare_extraction(
        raw,
        with_metadata=True,
        include_comments=False,
        # The extensive search takes any date on the page for the article's own, a copyright year included.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    text = str(getattr(page, "text", None) or "")
    if not text.strip():
        raise InputError("no article found in this HTML page")
    facts = Facts(
        clean_line(getattr(page, "title", None)),
        clean_date(getattr(page, "date", None)),
        clean_line(getattr(page, "sitename", None)),
        clean_url(getattr(page, "url", None)),
    )
    return Draft(name, text, hash_bytes(raw), facts)


def read_pdf(name: str, raw: bytes) -> Draft:
    """Return the text of a PDF, page after page.  Raises InputError for one that is broken, locked or only pictures."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(raw) as pdf:
            text = "\n".join(_page_text(pdf, number) for number in range(len(pdf)))
    except pypdfium2.PdfiumError as error:
        raise InputError(f"PDF cannot be read: {clean_line(str(error))}") from None
    if not text.strip():
        raise InputError("no text in this PDF: expected text, found pictures only")
    return Draft(name, _join_words(text.replace("\x00", "")), hash_bytes(raw))


def _join_words(text: str) -> str:
    """Put together words that PDFium found broken at a line's end (U+FFFE), with a hyphen if they are spelled so."""

    def joined(match: re.Match[str]) -> str:
        spelled = f"{match[1]}-{match[2]}"
        return spelled if spelled in text else match[1] + match[2]

    return re.sub(r"(\w{1,40})\ufffe(\w{1,40})", joined, text)


def _page_text(pdf: object, number: int) -> str:
    page = pdf[number]  # type: ignore[index]
    textpage = page.get_textpage()
    try:
        return str(textpage.get_text_range())
    finally:
        textpage.close()
        page.close()


def read_json_lines(name: str, lines: Iterable[bytes]) -> Iterator[Draft | str]:
    """Yield for each line that is not blank its draft, or one line saying what is wrong with it."""
    for number, raw in enumerate(lines, 1):
        if not raw.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        try:
            yield _json_draft(f"{name}-{number}", raw)
        except InputError as error:
            yield f"line {number}: {error}"


def _json_draft(name: str, raw: bytes) -> Draft:
    if len(raw) > MAX_BYTES:
        raise InputError(f"too long, at most {MAX_BYTES // 1_000_000} MB")
    try:
        row = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise InputError("not JSON") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InputError('expected an object with "text"')
    text = _SURROGATE.sub("\ufffd", row["text"])
    if not text.strip() or "\x00" in text:
        raise InputError("empty text" if not text.strip() else "binary text")
    given = row.get("id")
    named = str(given) if isinstance(given, (str, int)) and str(given).strip() else name
    return Draft(named, text, hash_bytes(raw.rstrip(b"\r\n")), _json_facts(row))


def _json_facts(row: dict[str, object]) -> Facts:
    day = row.get("published", row.get("date"))
    published = clean_date(day) or (read_date(day) if isinstance(day, str) else None)
    if day is not None and day != "" and not published:
        raise InputError(f"published: expected a date like 2025-07-01, found {clean_line(str(day))!r}")
    publisher = clean_line(row.get("publisher", row.get("source")))
    return Facts(clean_line(row.get("title")), published, publisher, clean_url(row.get("url")))


def hash_bytes(raw: bytes) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(raw).hexdigest()
