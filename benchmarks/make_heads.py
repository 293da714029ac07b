"""Rewrite ontology/heads.tsv: common nouns that head a phrase -> class, by the usual sense that WordNet 3.0 knows.

    python benchmarks/make_heads.py WORDNET            rewrite the table
    python benchmarks/make_heads.py WORDNET --compare  print where nouns.toml, an editor's list, disagrees

WORDNET is the folder with data.noun, index.noun and cntlist.rev (Debian's package wordnet-base:
/usr/share/wordnet).  A sense weighs as often as it was tagged in WordNet's corpora; a noun of which no one class has
SHARE of the weight is left out, and so is one whose usual sense is neither somebody nor something that news names.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "ontology"
TABLE = FOLDER / "heads.tsv"
SHARE = 0.6
"""Of the weight of all senses: what the class of a noun must have."""
UNSEEN = 0.4
"""Weight of a first sense that was never tagged; that of the n-th is an n-th of it."""
LONGEST = 3
"""Words of a phrase that is listed where its last word would tell another class."""
LEFT_OUT = frozenset({"airbus"})
"""Makers that WordNet knows by their product."""
WORD = re.compile(r"^[a-z][a-z'-]*[a-z]$")

# A sense -> class: the nearest of these above it, "word.number of its sense in index.noun".  "" stops the climb: what
# is below names no class (a part, an amount, something abstract).
ANCHORS = {
    "person.1": "kgo:Person", "imaginary_being.1": "", "deity.1": "",
    "organization.1": "kgo:Organization", "organization.3": "kgo:Organization", "company.1": "kgo:Company",
    "enterprise.2": "kgo:Company", "firm.1": "kgo:Company", "agency.1": "kgo:Agency",
    "government.1": "kgo:GovernmentBody", "court.1": "kgo:Court", "legislature.1": "kgo:Legislature",
    "party.1": "kgo:PoliticalParty", "armed_service.1": "kgo:ArmedForce", "military_unit.1": "kgo:MilitaryUnit",
    "army_unit.1": "kgo:MilitaryUnit", "school.1": "kgo:School", "university.3": "kgo:School",
    "hospital.1": "kgo:Hospital", "team.1": "kgo:SportsTeam", "police.1": "kgo:LawEnforcement",
    "alliance.2": "kgo:Organization", "coalition.1": "kgo:Organization", "department.1": "kgo:Organization",
    "people.1": "kgo:Group", "social_group.1": "kgo:Group", "gathering.1": "kgo:Group", "ethnic_group.1": "kgo:Group",
    "family.1": "kgo:Family", "kin.2": "kgo:Group", "business.6": "kgo:Group",
    "social_class.1": "kgo:Group", "system.2": "", "phylum.1": "", "taxonomic_group.1": "", "biological_group.1": "",
    "collection.1": "", "set.1": "", "economy.1": "", "market.4": "", "subculture.1": "",
    "country.2": "kgo:Country", "state.1": "kgo:Region", "city.1": "kgo:City", "city.2": "kgo:City",
    "municipality.1": "kgo:City", "town.1": "kgo:City", "village.1": "kgo:City", "village.2": "kgo:City",
    "district.1": "kgo:Region", "geographical_area.1": "kgo:Place", "tract.1": "kgo:Place",
    "land.4": "kgo:Place", "body_of_water.1": "kgo:Place", "geological_formation.1": "kgo:Place",
    "celestial_body.1": "kgo:Place", "island.1": "kgo:Place", "forest.1": "kgo:Place",
    "building.1": "kgo:Facility", "building_complex.1": "kgo:Facility", "facility.1": "kgo:Facility",
    "establishment.4": "kgo:Facility", "housing.1": "kgo:Facility", "shelter.1": "kgo:Facility",
    "tower.1": "kgo:Facility", "bridge.1": "kgo:Infrastructure", "obstruction.1": "", "dam.1": "kgo:Infrastructure",
    "memorial.3": "kgo:Facility", "area.6": "", "room.1": "kgo:Facility", "hall.3": "kgo:Facility",
    "road.1": "kgo:Infrastructure", "tunnel.1": "kgo:Infrastructure", "canal.3": "kgo:Infrastructure",
    "mine.1": "kgo:Facility", "fortification.1": "kgo:Facility", "penal_institution.1": "kgo:Facility",
    "artifact.1": "", "structure.1": "", "part.1": "", "part.2": "", "vehicle.1": "kgo:Vehicle",
    "weapon.1": "kgo:Weapon", "weaponry.1": "kgo:Weapon", "ammunition.1": "kgo:Weapon",
    "explosive_device.1": "kgo:Weapon",
    "device.1": "kgo:Product", "implement.1": "kgo:Product", "equipment.1": "kgo:Product", "machine.1": "kgo:Product",
    "furniture.1": "kgo:Product", "clothing.1": "kgo:Product", "toiletry.1": "kgo:Product",
    "drug.1": "kgo:Product", "commodity.1": "kgo:Product", "footwear.1": "kgo:Product", "footwear.2": "kgo:Product",
    "mechanism.5": "", "restraint.6": "", "support.10": "", "barrier.1": "", "software.1": "kgo:Product",
    "vessel.2": "kgo:Vehicle", "jewelry.1": "kgo:Product", "toy.1": "kgo:Product", "computer.1": "kgo:Product",
    "book.1": "kgo:Document", "publication.1": "kgo:Document", "document.1": "kgo:Document",
    "written_communication.1": "kgo:Document",
    "letter.1": "kgo:Document", "report.1": "kgo:Report", "movie.1": "kgo:Document", "literary_work.1": "kgo:Document",
    "agreement.1": "kgo:Agreement", "treaty.1": "kgo:Treaty", "law.2": "kgo:Law", "photograph.1": "kgo:Image",
    "musical_composition.1": "kgo:Document", "painting.1": "kgo:Image", "matter.6": "", "section.1": "",
    "disease.1": "kgo:Disease",
}  # fmt: skip

HEADER = """\
# Common nouns that head a phrase -> class: what nouns.toml, an editor's list that comes first, does not say.
# Written by benchmarks/make_heads.py; correct a row by a noun in nouns.toml, not here.
# Derived from WordNet 3.0, whose licence permits use, copying, change and distribution with this notice:
# WordNet 3.0 Copyright 2006 by Princeton University.  All rights reserved.
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES,
# EXPRESS OR IMPLIED.  BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
# WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE,
# DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
# The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution
# of the software and/or database.  Title to copyright in this software, database and any associated documentation
# shall at all times remain with Princeton University and LICENSEE agrees to preserve same.
head\tclass
"""


@dataclass(frozen=True, slots=True)
class Senses:
    """WordNet's nouns: lemma -> synsets, the usual sense first; synset -> those above it; (lemma, synset) -> tags.

    `verbs` tells how often a lemma was tagged as a verb.
    """

    of: dict[str, tuple[str, ...]]
    above: dict[str, tuple[str, ...]]
    tagged: dict[tuple[str, str], int]
    verbs: Counter[str]


def read_senses(folder: Path) -> Senses:
    """The nouns of a WordNet folder; proper nouns are left out."""
    of: dict[str, tuple[str, ...]] = {}
    above: dict[str, tuple[str, ...]] = {}
    files: dict[str, tuple[str, str]] = {}
    for line in _lines(folder / "data.noun"):
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = {fields[4 + 2 * i]: fields[5 + 2 * i] for i in range(count)}
        rest = fields[5 + 2 * count :]
        above[fields[0]] = tuple(rest[i + 1] for i in range(0, len(rest) - 3, 4) if rest[i] == "@")
        files |= {f"{w.lower()}%1:{fields[1]}:{int(n, 16):02d}::": (w, fields[0]) for w, n in words.items()}
    tagged, verbs = {}, Counter[str]()
    for line in _lines(folder / "cntlist.rev"):
        key, _, times = line.split()
        if key in files:
            tagged[files[key]] = int(times)
        elif "%2:" in key:
            verbs[key.partition("%")[0]] += int(times)
    small = {word for word, _ in files.values() if word.islower()}
    for line in _lines(folder / "index.noun"):
        fields = line.split()
        if fields[0] in small:
            of[fields[0]] = tuple(fields[-int(fields[2]) :])
    return Senses(of, above, tagged, verbs)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("  ")]


def heads_of(senses: Senses) -> dict[str, str]:
    """Noun -> class; a phrase of several words only where its last word tells another class or none."""
    anchors = _anchors(senses)

    @cache
    def class_of(synset: str) -> str:
        level = [synset]
        for _ in range(20):
            found = next((anchors[s] for s in level if s in anchors), None)
            if found is not None or not level:
                return found or ""
            level = [above for s in level for above in senses.above[s]]
        return ""

    def usual(lemma: str) -> str:
        weights: dict[str, float] = defaultdict(float)
        for rank, synset in enumerate(senses.of[lemma], start=1):
            weights[class_of(synset)] += senses.tagged.get((lemma, synset), 0) + UNSEEN / rank
        cls, most = max(weights.items(), key=lambda item: (item[1], item[0]))
        total = sum(weights.values())
        is_deed = senses.verbs[lemma] > total  # "the return", "a catch": mostly what the verb tells
        return cls if most >= SHARE * total and not is_deed else ""

    single = {lemma: usual(lemma) for lemma in senses.of if WORD.match(lemma)}
    heads = {lemma: cls for lemma, cls in single.items() if cls}
    for lemma in senses.of:
        words = lemma.split("_")
        if 1 < len(words) <= LONGEST and all(WORD.match(word) for word in words):
            cls = usual(lemma)
            if cls != single.get(words[-1], ""):
                heads[" ".join(words)] = cls or "kgo:Thing"
    return heads


def _anchors(senses: Senses) -> dict[str, str]:
    found = {}
    for anchor, cls in ANCHORS.items():
        lemma, number = anchor.rsplit(".", 1)
        found[senses.of[lemma][int(number) - 1]] = cls
    return found


def compare(heads: dict[str, str]) -> None:
    """Print the nouns of nouns.toml that the table knows otherwise, and how often they agree."""
    listed = tomllib.loads((FOLDER / "nouns.toml").read_text(encoding="utf-8"))["classes"]
    found: Counter[str] = Counter()
    for cls, nouns in listed.items():
        for noun in nouns:
            told = heads.get(noun)
            found["agree" if told == cls else "no class" if told is None else "differ"] += 1
            if told not in (cls, None):
                print(f"{noun}\t{cls}\t{told}")
    print(dict(found), file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("--compare", action="store_true")
    arguments = parser.parse_args()
    heads = heads_of(read_senses(arguments.wordnet))
    if arguments.compare:
        compare(heads)
        return
    heads = {head: cls for head, cls in heads.items() if head not in LEFT_OUT}
    TABLE.write_text(HEADER + "".join(f"{head}\t{heads[head]}\n" for head in sorted(heads)), encoding="utf-8")
    print(f"{len(heads)} heads: {dict(Counter(heads.values()).most_common())}")


if __name__ == "__main__":
    main()
