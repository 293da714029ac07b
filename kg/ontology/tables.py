"""nouns, titles, gazetteer, cues, frames, rules -> values; faults of form are noted, references are checked later."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.ontology.faults import Faults
from kg.ontology.terms import Frame, KnownName, Rule

COLUMNS = ("id", "label", "class", "aliases", "demonyms", "metonyms", "within", "codes", "functions")
"""Columns of a gazetteer table; one may do without the last."""

_FRAME_KEYS = frozenset(
    {"id", "class", "verbs", "nouns", "roles", "require", "refuse", "needs", "edges", "example", "not"}
)
_RULE_KEYS = frozenset({"id", "comment", "if", "then"})


def read_text(path: Path, place: str, faults: Faults) -> str:
    """The file's text; empty, with the fault noted, if it is no UTF-8 or cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        faults.add(place, f"byte {error.start} is no UTF-8")
    except OSError as error:
        faults.add(place, f"cannot be read: {error.strerror}")
    return ""


def read_toml(path: Path, faults: Faults) -> Mapping[str, object]:
    """The file's content; empty, with the fault noted, if it is no TOML."""
    try:
        return tomllib.loads(read_text(path, path.name, faults))
    except tomllib.TOMLDecodeError as error:
        faults.add(path.name, str(error))
    return {}


def read_nouns(path: Path, faults: Faults) -> dict[str, str]:
    """Noun -> class from `"kgo:Person" = ["lawmaker", ...]`; a noun under two classes is a fault."""
    nouns: dict[str, str] = {}
    for cls, listed in _table(read_toml(path, faults), "classes", path.name, faults).items():
        for noun in _words(listed, f"class '{cls}'", file=path.name, faults=faults):
            if noun in nouns:
                faults.add(path.name, f"noun '{noun}' stands under '{nouns[noun]}' and under '{cls}'")
            nouns.setdefault(noun, cls)
    return nouns


def read_titles(path: Path, faults: Faults) -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
    """Offices (noun -> class it heads), honorifics, and those titles that are given names as well."""
    content = read_toml(path, faults)
    offices: dict[str, str] = {}
    for row in rows(content, "office", path.name, faults):
        noun, heads = row.get("noun"), row.get("of", "")
        if not isinstance(noun, str) or not isinstance(heads, str):
            faults.add(path.name, f"office {dict(row)} needs text for 'noun' and 'of'")
        elif noun in offices:
            faults.add(path.name, f"office '{noun}' is listed twice")
        else:
            offices[noun] = heads
    honorifics = _words(content.get("honorifics", []), "'honorifics'", file=path.name, faults=faults)
    given = _words(content.get("given", []), "'given'", file=path.name, faults=faults)
    return offices, frozenset(honorifics), frozenset(given)


def read_gazetteer(folder: Path, faults: Faults) -> tuple[dict[str, KnownName], dict[str, str]]:
    """Known names by slug, and the file that each slug came from; a slug in two rows is a fault."""
    names: dict[str, KnownName] = {}
    files: dict[str, str] = {}
    for path in sorted(folder.glob("*.tsv")):
        place = f"{folder.name}/{path.name}"
        for number, row in _tsv_rows(path, place, faults):
            name = _known_name(row)
            if not name.id or not name.label:
                faults.add(place, f"line {number}: a row needs id and label")
            elif name.id in names:
                faults.add(place, f"line {number}: id '{name.id}' is already in {files[name.id]}")
            else:
                names[name.id], files[name.id] = name, place
    return names, files


def _tsv_rows(path: Path, place: str, faults: Faults) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells of every row below the header; lines that start with # are remarks."""
    header: tuple[str, ...] = ()
    for number, line in enumerate(read_text(path, place, faults).splitlines(), start=1):
        cells = line.split("\t")
        if not line.strip() or line.startswith("#"):
            continue
        if not header:
            header = tuple(cells)
            if header not in (COLUMNS, COLUMNS[:-1]):
                faults.add(place, f"line {number}: columns {', '.join(header)}; expected {', '.join(COLUMNS)}")
                return
        elif len(cells) > len(header):
            faults.add(place, f"line {number}: {len(cells)} cells; expected {len(header)}")
        else:
            yield number, dict(zip(COLUMNS, [*cells, *[""] * (len(COLUMNS) - len(cells))], strict=True))


def _known_name(row: Mapping[str, str]) -> KnownName:
    return KnownName(
        id=row["id"].strip(),
        label=row["label"].strip(),
        cls=row["class"].strip(),
        aliases=_split(row["aliases"]),
        demonyms=_split(row["demonyms"]),
        metonyms=_split(row["metonyms"]),
        within=row["within"].strip() or None,
        codes=_split(row["codes"]),
        functions=_split(row["functions"]),
    )


def _split(cell: str) -> tuple[str, ...]:
    if not cell:
        return ()
    return tuple(dict.fromkeys(part for part in map(str.strip, cell.split(";")) if part))


def read_cues(path: Path, faults: Faults) -> dict[str, tuple[Mapping[str, object], ...]]:
    """Every section of cues.toml with its rows, as read."""
    content = read_toml(path, faults)
    return {section: tuple(rows(content, section, path.name, faults)) for section in content}


def read_frames(path: Path, faults: Faults) -> tuple[Frame, ...]:
    """The frames in the order of the file."""
    found = [_frame(row, path.name, faults) for row in rows(read_toml(path, faults), "frame", path.name, faults)]
    return tuple(frame for frame in found if frame.id)


def _frame(row: Mapping[str, object], file: str, faults: Faults) -> Frame:
    name = str(row.get("id", ""))
    where = f"frame '{name}'"
    if not name:
        faults.add(file, f"a frame without id: {', '.join(row)}")
    for key in sorted(set(row) - _FRAME_KEYS):
        faults.unknown(file, f"{where} has a key '{key}'", key, _FRAME_KEYS)
    return Frame(
        id=name,
        cls=str(row.get("class", "")),
        verbs=_words(row.get("verbs", []), f"{where} verbs", file=file, faults=faults),
        nouns=_words(row.get("nouns", []), f"{where} nouns", file=file, faults=faults),
        roles=_word_lists(row, "roles", where, file=file, faults=faults),
        require=_word_lists(row, "require", where, file=file, faults=faults),
        edges=_triples(row.get("edges", []), where, file=file, faults=faults),
        refuse=_word_lists(row, "refuse", where, file=file, faults=faults),
        needs=_words(row.get("needs", []), f"{where} needs", file=file, faults=faults),
        examples=_examples(row.get("example", []), where, file=file, faults=faults),
        counter_examples=_words(row.get("not", []), f"{where} not", file=file, faults=faults),
    )


def _examples(value: object, where: str, *, file: str, faults: Faults) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    for row in value if isinstance(value, list) else []:
        text, gives = (row.get("text"), row.get("gives")) if isinstance(row, dict) else (None, None)
        if isinstance(text, str) and isinstance(gives, list) and gives:
            found.extend((text, str(expected)) for expected in gives)
        else:
            faults.add(file, f"{where} has an example without 'text' or 'gives': {row}")
    return tuple(found)


def read_rules(path: Path, faults: Faults) -> tuple[Rule, ...]:
    """The rules in the order of the file."""
    found = [_rule(row, path.name, faults) for row in rows(read_toml(path, faults), "rule", path.name, faults)]
    return tuple(rule for rule in found if rule)


def _rule(row: Mapping[str, object], file: str, faults: Faults) -> Rule | None:
    name = str(row.get("id", ""))
    where = f"rule '{name}'"
    for key in sorted(set(row) - _RULE_KEYS):
        faults.unknown(file, f"{where} has a key '{key}'", key, _RULE_KEYS)
    premises = _triples(row.get("if", []), where, file=file, faults=faults)
    conclusion = _triples([row.get("then")], where, file=file, faults=faults)
    if not (name and premises and conclusion):
        faults.add(file, f"{where} needs 'id', 'if' and 'then'")
        return None
    return Rule(name, str(row.get("comment", "")), premises, conclusion[0])


def read_queries(folder: Path, faults: Faults) -> dict[str, str]:
    """Named SPARQL queries: file stem -> text."""
    return {path.stem: read_text(path, f"{folder.name}/{path.name}", faults) for path in sorted(folder.glob("*.rq"))}


def rows(content: Mapping[str, object], key: str, file: str, faults: Faults) -> list[Mapping[str, object]]:
    """The rows of an array of tables; anything else under `key` is a fault."""
    value = content.get(key, [])
    if isinstance(value, list) and all(isinstance(row, dict) for row in value):
        return value
    faults.add(file, f"'{key}' is no array of tables; expected [[{key}]]")
    return []


def _table(content: Mapping[str, object], key: str, file: str, faults: Faults) -> Mapping[str, object]:
    value = content.get(key, {})
    if isinstance(value, dict):
        return value
    faults.add(file, f"'{key}' is no table; expected [{key}]")
    return {}


def _words(value: object, where: str, *, file: str, faults: Faults) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value
    if isinstance(listed, list) and all(isinstance(word, str) for word in listed):
        return tuple(listed)
    faults.add(file, f"{where}: expected a text or a list of texts")
    return ()


def _word_lists(
    row: Mapping[str, object], key: str, where: str, *, file: str, faults: Faults
) -> dict[str, tuple[str, ...]]:
    return {
        name: _words(value, f"{where} {key} '{name}'", file=file, faults=faults)
        for name, value in _table(row, key, file, faults).items()
    }


def _triples(value: object, where: str, *, file: str, faults: Faults) -> tuple[tuple[str, str, str], ...]:
    found: list[tuple[str, str, str]] = []
    for text in value if isinstance(value, list) else [value]:
        match text.split() if isinstance(text, str) else []:
            case [subject, relation, target]:
                found.append((subject, relation, target))
            case _:
                faults.add(file, f"{where}: {text!r} is no triple; expected 'subject property object'")
    return tuple(found)
