"""Compare ontology/gazetteer/countries.tsv with what countryinfo and babel (CLDR) know, and refresh its ISO codes.

    python benchmarks/make_gazetteer.py            print what differs
    python benchmarks/make_gazetteer.py --write    also rewrite the column of codes

Names, demonyms and metonyms are an editor's to keep; identifiers come only from the installed packages
(`pip install countryinfo babel`).
"""

from __future__ import annotations

import json
import sys
from importlib.resources import files
from pathlib import Path

from babel import Locale

TABLE = Path(__file__).parents[1] / "ontology" / "gazetteer" / "countries.tsv"
CODES = 7
"""The column of codes, counted from nought."""


def known_countries() -> dict[str, dict[str, object]]:
    """ISO 3166 alpha-2 code -> what countryinfo says of the country."""
    countries: dict[str, dict[str, object]] = {}
    folder = files("countryinfo").joinpath("data")
    for path in sorted((p for p in folder.iterdir() if p.name.endswith(".json")), key=lambda entry: entry.name):
        facts = json.loads(path.read_text(encoding="utf-8"))
        countries.setdefault((facts.get("ISO") or {}).get("alpha2", ""), facts)
    return countries


def codes_of(alpha2: str, countries: dict[str, dict[str, object]]) -> str:
    """The codes of a country as the table writes them."""
    iso = countries.get(alpha2, {}).get("ISO")
    return ";".join(f"iso:{iso[key]}" for key in ("alpha2", "alpha3") if iso.get(key)) if isinstance(iso, dict) else ""


def differences(row: list[str], countries: dict[str, dict[str, object]]) -> list[str]:
    """What the packages know of a country and the row does not say."""
    alpha2 = row[CODES].split(";")[0].removeprefix("iso:")
    english = str(Locale("en").territories.get(alpha2, ""))
    capital = countries.get(alpha2, {}).get("capital")
    found = [] if not english or english in [row[1], *row[3].split(";")] else [f"CLDR calls it {english}"]
    if isinstance(capital, str) and capital and capital not in [row[1], *row[5].split(";")]:
        found.append(f"countryinfo's capital is {capital}")
    return found


def main(write: bool) -> None:
    countries = known_countries()
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        row = line.split("\t")
        if line.startswith(("#", "id\t")) or not row[CODES]:
            continue
        for difference in differences(row, countries):
            print(f"{TABLE.name}:{number + 1}: {row[1]}: {difference}")
        row[CODES] = codes_of(row[CODES].split(";")[0].removeprefix("iso:"), countries) or row[CODES]
        lines[number] = "\t".join(row)
    if write:
        TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main("--write" in sys.argv[1:])
