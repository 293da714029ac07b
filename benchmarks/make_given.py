"""Rewrite ontology/given.tsv: given names, as evidence that an unknown name is a person's, never of which person's.

Where all lists with a name are of one gender, and they are two or more, that stands beside it: "m" or "f".

    python benchmarks/make_given.py WORDNET         (`pip install Faker PyICU`: Faker's lists, MIT licence)

WORDNET is the folder with data.noun, index.adj, index.adv, index.noun and index.verb (Debian's package wordnet-base:
/usr/share/wordnet).  Cyrillic, Greek, Georgian and Armenian are put in Latin letters; scripts that leave out vowels,
and those of single signs, are not read.  Left out: words of English, towns (places.tsv) but for widespread names, and
what the gazetteer knows.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path

import faker.providers.person as persons
from icu import Transliterator

FOLDER = Path(__file__).parents[1] / "ontology"
TABLE = FOLDER / "given.tsv"
GENDERS = {"_male": "m", "_female": "f"}
"""Ends of the names of Faker's lists that are of one gender."""
AGREEING = 2
"""Lists of one gender, and none of the other, for a name to be of it."""
NAME = re.compile(r"^[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)*$")
"""A given name of one word, or of several with hyphens; of two letters many are other words."""
ROMAN = {
    "bg_BG": "Bulgarian", "el_GR": "Greek", "hy_AM": "Armenian", "ka_GE": "Georgian", "mk_MK": "Macedonian",
    "ru_RU": "Russian", "uk_UA": "Ukrainian",
}  # fmt: skip
"""Lists in letters of another script -> the language after which ICU puts them in Latin ones, as newspapers do."""
WIDESPREAD = 3
"""Lists with a name that also is, or opens, a town's ("Artem"), or is SHORT, for it to stay."""
SHORT = 3
"""Letters of a name that is often another word in some language ("Tal")."""
INNER = re.compile(r"[’'`ʻ]")
"""Marks of soft signs and stops, which newspapers leave out."""
HEADER = """\
# Given names of many languages.  Written by benchmarks/make_given.py from the lists of Faker 40.54.0 (MIT licence,
# the text of LICENSE; Copyright (c) 2012 Daniele Faraglia); scripts other than the Latin are put in Latin letters.
# Behind a name that only one gender bears: m or f.
name	gender
"""


def plain(name: str, language: str | None) -> str:
    """The name in Latin letters without accents."""
    if language:
        name = Transliterator.createInstance(f"{language}-Latin/BGN; Title").transliterate(name)
    latin = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return INNER.sub("", Transliterator.createInstance("Latin-ASCII").transliterate(latin))


def given() -> dict[str, Counter[str]]:
    """The given names that Faker has for any country, in Latin letters, and how many of its lists have each.

    Counted by gender, and under "" altogether.
    """
    found: dict[str, Counter[str]] = {gender: Counter() for gender in ("", *GENDERS.values())}
    for module in pkgutil.iter_modules(persons.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        names: dict[str, set[str]] = {gender: set() for gender in found}
        for field, listed in vars(provider).items():
            if field.startswith("first_") and isinstance(listed, (tuple, list, dict)):
                plain_names = {plain(n if isinstance(n, str) else n[-1], ROMAN.get(module.name)) for n in listed}
                names[""] |= plain_names
                names[next((g for end, g in GENDERS.items() if field.endswith(end)), "")] |= plain_names
        for gender, listed_names in names.items():
            found[gender].update(name for name in listed_names if NAME.match(name))
    return found


def gender_of(name: str, lists: dict[str, Counter[str]]) -> str:
    """The gender of all who bear a name, as far as the lists tell; or ""."""
    male, female = lists["m"][name], lists["f"][name]
    told = "m" if male >= AGREEING else "f" if female >= AGREEING else ""
    return "" if male and female else told


def common(wordnet: Path) -> set[str]:
    """Words of English that are written small, and names of what the gazetteer knows, in lower case."""
    nouns = tomllib.loads((FOLDER / "nouns.toml").read_text(encoding="utf-8"))["classes"]
    found = {noun for listed in nouns.values() for noun in listed}
    for name in ("adj", "adv", "noun", "verb"):
        lines = (wordnet / f"index.{name}").read_text(encoding="utf-8").splitlines()
        found |= {line.split(" ")[0] for line in lines if not line.startswith(" ")} - capitalised(wordnet)
    found |= {line.split("\t")[0] for line in (FOLDER / "heads.tsv").read_text(encoding="utf-8").splitlines()}
    for table in sorted((FOLDER / "gazetteer").glob("*.tsv")):
        for line in table.read_text(encoding="utf-8").splitlines():
            found |= {form.lower() for cell in line.split("\t")[1:6] for form in cell.split(";")}
    return found


def capitalised(wordnet: Path) -> set[str]:
    """Nouns that WordNet writes with a capital in all senses, in lower case: those may be names."""
    written: dict[str, set[bool]] = {}
    for line in (wordnet / "data.noun").read_text(encoding="utf-8").splitlines():
        cells = line.split(" | ")[0].split(" ")
        if line.startswith(" ") or len(cells) < 5:
            continue
        for word in cells[4 : 4 + 2 * int(cells[3], 16) : 2]:
            written.setdefault(word.lower(), set()).add(word[0].isupper())
    return {word for word, capitals in written.items() if capitals == {True}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path)
    left_out = common(parser.parse_args().wordnet)
    towns = {name.split(" ")[0] for name in (FOLDER / "places.tsv").read_text(encoding="utf-8").splitlines()}
    lists = given()
    names = {n for n, count in lists[""].items() if count >= WIDESPREAD or not (n in towns or len(n) <= SHORT)}
    kept = [(name, gender_of(name, lists)) for name in sorted(names) if name.lower() not in left_out]
    rows = (f"{name}\t{gender}\n" if gender else f"{name}\n" for name, gender in kept)
    TABLE.write_text(HEADER + "".join(rows), encoding="utf-8")
    print(f"{len(kept)} names")


if __name__ == "__main__":
    main()
