"""Bytes -> text: UTF-8, UTF-16 and UTF-32 by their marks, and repair of what was broken on the way."""

from __future__ import annotations

import codecs
import re

from kg.errors import InputError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, the longer before those they begin with."""

MOST_UNPRINTABLE = 0.02
"""Share of characters.  Compressed and compiled files have a tenth or more, articles none."""

_SIGNATURES = (b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\x7fELF", b"Rar!")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_MIXED = "kg-mixed"
_STRAY = 2


def decode(raw: bytes) -> str:
    """Return the text of a file, without its byte order mark.

    Bytes that are no UTF-8 are read as Windows-1252, sequences cut off as U+FFFD; text decoded wrongly before it came
    here ("â€œ") is repaired.  Raises InputError for what is not text.
    """
    text = _decode(raw)
    unprintable = sum(1 for _ in _UNPRINTABLE.finditer(text))
    if "\x00" in text or raw.startswith(_SIGNATURES) or unprintable > max(_STRAY, MOST_UNPRINTABLE * len(text)):
        raise InputError("binary file, expected text, HTML, PDF or JSON lines")
    return repair(text)


def _decode(raw: bytes) -> str:
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    return raw.decode("utf-8", errors=_MIXED)


def _mixed(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    broken = error.object[error.start : error.end]
    # Two bytes or more that begin a character are UTF-8 cut off; a single one is a letter of the old code page.
    return ("�" if len(broken) > 1 else broken.decode("cp1252", errors="replace")), error.end


codecs.register_error(_MIXED, _mixed)


def repair(text: str) -> str:
    """Return the text with wrongly decoded stretches put right; quotes, blanks and the rest stay as they are."""
    if text.isascii():
        return text
    from ftfy import fix_encoding  # imported late: 0.1 s that a text in plain ASCII need not wait for
    from ftfy.badness import is_bad

    lines = text.splitlines(keepends=True)
    return "".join(str(fix_encoding(line)) if is_bad(line) else line for line in lines)
