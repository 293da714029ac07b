"""Names -> classes: gazetteer, titles, endings and the model's labels, with one vote a document for each name."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise, zip_longest

from kg.mentions.beside import (
    COMPANY,
    FULL_NAME_WEIGHT,
    best_class,
    support_acronyms,
    support_births,
    support_employers,
    vote_key,
)
from kg.mentions.heads import ending_classes, is_given
from kg.mentions.lexicon import Form, Hit
from kg.mentions.names import NameSpan
from kg.mentions.persons import GROUP, SURNAME_WEIGHT, person_signs, surnames
from kg.mentions.runs import starts_sentence
from kg.mentions.teams import TEAM, contests, is_of_sports, is_where
from kg.mentions.tree import Tree
from kg.mentions.typing import (
    ORGANIZATION,
    PERSON,
    PRODUCT,
    descriptions,
    is_of_dateline,
    lies_in,
    own_words,
    surroundings,
)
from kg.ontology import Ontology

CITY = "kgo:City"
LABEL_CLASSES = {
    "PERSON": "kgo:Person", "ORG": "kgo:Organization", "GPE": "kgo:City", "LOC": "kgo:Place", "FAC": "kgo:Facility",
    "NORP": "kgo:Group", "PRODUCT": "kgo:Product", "EVENT": "kgo:Event", "WORK_OF_ART": "kgo:Document",
    "LAW": "kgo:Document",
}  # fmt: skip
NATIONAL = frozenset(
    {"kgo:GovernmentBody", "kgo:Legislature", "kgo:Court", "kgo:LawEnforcement", "kgo:ArmedForce",
     "kgo:PoliticalParty", "kgo:IntelligenceAgency", "kgo:Ministry", "kgo:Agency"}
)  # fmt: skip
"""Bodies that many countries have under one name: an alias counts only where the document names the country."""
TITLE_WEIGHT = 8
FAMILY_WEIGHT = 3
"""Of a product's name that opens another ("iPod", "iPod nano")."""
SERIES_WEIGHT = 4
"""Of a product's name for its last word alone."""
MAKER_WEIGHT = 1
"""Of a company's name that opens another ("Apple TV")."""
LABEL_LIMIT = 3
"""The model's label counts once a place, but however often it errs it does not outvote a title or an ending."""
AROUND_LIMIT = 4
"""The same of verbs, nouns and prepositions around a name."""
SHOP_WEIGHT = 4
"""Of a clitic that is part of a name ("Macy's"): mostly of a shop or firm."""
LIST_WEIGHT = 2
"""Of a known body beside a name: "on Facebook or Vinted"."""
TEAM_WEIGHT = 3
"""Of verbs of contest: what makes a town's name a team's."""
ACRONYM_WEIGHT = 1
LONGEST_ACRONYM = 6


def name_classes(tree: Tree, names: list[NameSpan], ontology: Ontology) -> list[tuple[str, str | None]]:
    """The class and, if known, the gazetteer slug of each name, parallel to `names`."""
    names = _without_parts(tree, names)
    countries = _named_rows(names)
    owners = _owners(tree, names, ontology)
    votes = _all_votes(tree, names, ontology)
    _support_parts(votes)
    _support_firms(votes, ontology)
    _support_families(names, tree, votes, ontology)
    support_acronyms(names, tree, votes)
    support_births(names, tree, votes)
    named = [countries if owner is None else frozenset({owner}) for owner in owners]
    classes = [_decide(tree, name, votes, ontology, rows) for name, rows in zip(names, named, strict=True)]
    for n, (name, after) in enumerate(pairwise(names), start=1):
        land = lies_in(tree, name, after, ontology)  # "Everett, Washington" is no capital
        classes[n] = (land.cls, land.id) if land else classes[n]
    return classes


def _all_votes(tree: Tree, names: list[NameSpan], ontology: Ontology) -> dict[str, Counter[str]]:
    """Written name -> what speaks for each class in the whole document."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    is_sport = is_of_sports(tree, ontology)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    around: dict[str, Counter[str]] = defaultdict(Counter)
    plurals = frozenset(word for word, tag in zip(tree.words, tree.tags, strict=True) if tag == "NNS")
    for name, after in zip_longest(names, names[1:]):
        text = vote_key(tree, name)
        votes[text] |= _votes(tree, name, ontology)  # the most that one place tells
        labels[text].update(_label_votes(tree, name, plurals))
        around[text].update(surroundings(tree, name, after, ontology))
        around[text].update(contests(tree, name, ontology) if is_sport else {})
    _support_lists(tree, names, votes, ontology)
    support_employers(tree, names, votes, ontology)
    for text in surnames(tree, names, ontology):
        last = text.rpartition(" ")[2]  # "Firefox" of "Mozilla Firefox" does nothing that a person does
        votes[text][PERSON] += SURNAME_WEIGHT if labels[last][PERSON] or around[last][PERSON] else 0
    for text, found in votes.items():
        most = max(labels[text].values(), default=0)
        if not +found and not around[text] and list(labels[text].values()).count(most) > 1:
            continue  # the model's labels differ as often, and nothing else is told
        limit = min(most, LABEL_LIMIT)
        found.update({cls: round(limit * count / most) for cls, count in labels[text].items()})
        found.update({cls: min(count, AROUND_LIMIT) for cls, count in around[text].items()})
    _support_teams(votes, ontology, is_sport=is_sport)
    return votes


def _support_lists(tree: Tree, names: list[NameSpan], votes: dict[str, Counter[str]], ontology: Ontology) -> None:
    """Let a known body vote for the names that it is coordinated with."""
    for name, after in pairwise(names):
        joint = [word.lower() for word in tree.words[name.last + 1 : after.first]]
        if joint not in (["and"], ["or"], [","], [",", "and"], [",", "or"]) or not _is_conjunct(tree, name, after):
            continue
        for sure, other in ((name, after), (after, name)):
            row = sure.hits[0] if sure.hits else None
            inside = range(other.first, other.last + 1)
            is_unknown = not other.hits and not any(tree.words[i] == "of" or tree.labels[i] == "PERSON" for i in inside)
            if row and is_unknown and ontology.is_a(row.name.cls, ORGANIZATION):
                votes[vote_key(tree, other)][ORGANIZATION] += LIST_WEIGHT


def _is_conjunct(tree: Tree, name: NameSpan, after: NameSpan) -> bool:
    """Whether the tree coordinates two names."""
    inside = range(name.first, name.last + 1)
    return any(tree.deps[i] == "conj" and tree.heads[i] in inside for i in range(after.first, after.last + 1))


def _support_teams(votes: dict[str, Counter[str]], ontology: Ontology, *, is_sport: bool) -> None:
    """In a text of sports let a body's name vote for its last word alone: "Real Madrid" for "Madrid"."""
    for text in sorted(votes) if is_sport else ():
        last = text.rpartition(" ")[2]
        if last != text and last in votes and +votes[text] and ontology.is_a(best_class(votes[text]), ORGANIZATION):
            votes[last][TEAM] += FULL_NAME_WEIGHT


def _without_parts(tree: Tree, names: list[NameSpan]) -> list[NameSpan]:
    """The names; a seat of government that the text has as a part of other names, and not its country, is none.

    "Douglas" beside "McDonnell Douglas" is not the capital of the Isle of Man.
    """
    parts = {word for n in names if n.first < n.last and not n.hits for word in tree.words[n.first : n.last + 1]}
    told = {n.hits[0].name.id for n in names if n.hits and n.hits[0].form is not Form.METONYM}
    found = []
    for name in names:
        seat = name.hits[0] if name.hits and name.hits[0].form is Form.METONYM else None
        is_part = seat is not None and seat.name.id not in told and tree.words[name.last] in parts
        found.append(replace(name, hits=()) if is_part else name)
    return found


def _owners(tree: Tree, names: list[NameSpan], ontology: Ontology) -> list[str | None]:
    """The country that possesses each name ("Brazil's Congress", "Ukrainian National Guard"), if one does."""
    owners: list[str | None] = []
    before: NameSpan | None = None
    for name in names:
        gap = name.first - before.last - 1 if before else -1
        possesses = gap == 0 or (gap == 1 and tree.tags[name.first - 1] == "POS")
        row = before.hits[0].name if before and before.hits and possesses else None
        owners.append(row.id if row and ontology.top_type(row.cls) == "Country" else None)
        before = name
    return owners


def _named_rows(names: list[NameSpan]) -> frozenset[str]:
    """Slugs of the gazetteer that one name of the document means without doubt, and of what they lie in."""
    sure = [name.hits[0].name for name in names if len(name.hits) == 1]
    around = {row.within for row in sure if row.within and row.cls not in NATIONAL}
    return frozenset({row.id for row in sure} | around)


def _votes(tree: Tree, name: NameSpan, ontology: Ontology) -> Counter[str]:
    """What the name, its title and the nouns that describe it say at one place."""
    votes = own_words(tree, name, ontology) + descriptions(tree, name, ontology)
    votes.update(person_signs(tree, name, ontology))
    if _is_firm(tree, name, ontology):
        votes[ORGANIZATION] += FULL_NAME_WEIGHT
    if name.title is not None:
        votes[PERSON] += TITLE_WEIGHT
    if name.title is None and not name.hits and tree.words[name.last] in tree.shops:
        votes[ORGANIZATION] += SHOP_WEIGHT
    text = tree.text(name.first, name.last)
    if text.isupper() and is_of_dateline(tree, name):
        votes[CITY] += TITLE_WEIGHT
    if _is_acronym(text):
        votes[ORGANIZATION] += ACRONYM_WEIGHT
    return votes


def _is_acronym(text: str) -> bool:
    return text.isupper() and text.isalpha() and 1 < len(text) <= LONGEST_ACRONYM


def _is_firm(tree: Tree, name: NameSpan, ontology: Ontology) -> bool:
    """Whether a person's full name is that of his firm: a noun of its trade ends it ("James Allen Promotions").

    Only those in -ions, as many a surname is the plural of another noun ("Brooks").
    """
    if name.last - name.first < 2 or name.hits or not tree.words[name.last].endswith("ions"):
        return False
    return is_given(tree.words[name.first], ontology)


def _label_votes(tree: Tree, name: NameSpan, plurals: frozenset[str]) -> Counter[str]:
    """The model's labels; none in a headline, and no person after an article ("the Worldliner") or in the plural.

    Nor is a word that opens a sentence one, if it is said to be a share ("Turnout was 71 percent").
    "Warhol Polaroids" are no person in a text that has "Polaroids" as a common noun; `plurals` are all such words.
    """
    labels = {tree.labels[i] for i in range(name.first, name.last + 1)} & LABEL_CLASSES.keys()
    word, is_single = tree.words[name.first], name.first == name.last
    if name.title is None and is_single and (_is_acronym(word) or (name.first and tree.tags[name.first - 1] == "DT")):
        labels -= {"PERSON"}
    if name.title is None and name.first == name.last and starts_sentence(tree, name.first):
        labels -= {"PERSON"} if _is_share(tree, name.first) else set()
    if name.title is None and name.first < name.last and tree.tags[name.last] in ("NNS", "NNPS"):
        labels -= {"PERSON"} if tree.words[name.last] in plurals else set()
    return Counter() if tree.headline[name.first] else Counter(LABEL_CLASSES[label] for label in labels)


def _is_share(tree: Tree, i: int) -> bool:
    """Whether a form of "be" says of its subject `i` how many percent it is."""
    verb = tree.heads[i]
    is_said = tree.deps[i] == "nsubj" and tree.lemmas[verb] == "be"
    return is_said and any(tree.deps[c] == "attr" and tree.labels[c] == "PERCENT" for c in tree.children[verb])


def _support_parts(votes: dict[str, Counter[str]]) -> None:
    """Let a person's full name vote for its first and last word where they stand alone, and for a family ("Sams")."""
    whole = {text for text, found in votes.items() if " " in text and found and best_class(found) == PERSON}
    parts = {part for text in whole for part in (text.split(" ")[0], *_lasts(text))}
    families = {f"{text.rpartition(' ')[2]}s" for text in whole}
    for text in votes:
        if text in parts:
            votes[text][PERSON] += FULL_NAME_WEIGHT
        elif text in families:
            votes[text][GROUP] += FULL_NAME_WEIGHT


def _support_firms(votes: dict[str, Counter[str]], ontology: Ontology) -> None:
    """Let a company's name vote for what stands before the word of its trade: "AirTran Airways" for "AirTran"."""
    for text in sorted(votes):
        short, _, last = text.rpartition(" ")
        is_firm = bool(+votes[text]) and ontology.is_a(best_class(votes[text]), COMPANY)
        is_trade = any(cls == COMPANY for cls, _ in ending_classes(last, ontology))
        if short in votes and is_firm and is_trade:
            votes[short][COMPANY] += FULL_NAME_WEIGHT


def _lasts(text: str) -> tuple[str, str]:
    """A person's last name, also without the article before a hyphen ("al-Abadi", "Abadi")."""
    last = text.split(" ")[-1]
    return last, last.split("-")[-1] if last[:3] in ("al-", "el-", "ul-") else last


def _support_families(names: list[NameSpan], tree: Tree, votes: dict[str, Counter[str]], ontology: Ontology) -> None:
    """Let a product's name vote for those that it opens ("iPod nano") and for its number ("717" of "Boeing 717").

    A company's name votes for a product of its own.
    """
    products = {
        text for text, found in votes.items() if found[PRODUCT] >= FAMILY_WEIGHT and best_class(found) == PRODUCT
    }
    rows = {vote_key(tree, n): n.hits[0].name.cls for n in names if n.hits}
    makers = {text for text, cls in rows.items() if ontology.is_a(cls, "kgo:Company")}
    lasts = {text.rpartition(" ")[2] for text in products if " " in text}
    listed = {text for text in _listed_products(names, tree, products) if _is_unsure(votes[text])}
    for text in votes:
        if text in lasts or text in listed:  # "Shuffle" beside "iPod Shuffle", or in "iPod Classic, Nano and Shuffle"
            votes[text][PRODUCT] += SERIES_WEIGHT
        words = text.split(" ")
        opening = {" ".join(words[:n]) for n in range(1, len(words))}
        is_model = words[0][:1].isdigit() and any(whole.endswith(f" {text}") for whole in products)
        if opening & products or is_model:
            votes[text][PRODUCT] += FAMILY_WEIGHT
        if opening & makers:
            votes[text][PRODUCT] += MAKER_WEIGHT


def _is_unsure(votes: Counter[str]) -> bool:
    """Whether nothing is told of a name but what the model mostly takes unknown words for."""
    return not +votes or best_class(votes) in (PERSON, GROUP)


def _listed_products(names: list[NameSpan], tree: Tree, products: set[str]) -> set[str]:
    """Single unknown words that follow a product's name in a list."""
    found: set[str] = set()
    for before, after in pairwise(names):
        is_single = after.first == after.last and not after.hits and after.title is None
        is_product = vote_key(tree, before) in products | found
        if is_single and is_product and after.first - before.last in (2, 3) and _is_conjunct(tree, before, after):
            found.add(vote_key(tree, after))
    return found


LANDS = frozenset({"Country", "Region", "City", "Place", "Facility"})


def _weighed(votes: Counter[str], ontology: Ontology) -> str:
    """The class of the type for which most speaks: classes of one type add up, and so do those of places."""
    families: Counter[str] = Counter()
    for cls, weight in votes.items():
        top = ontology.top_type(cls)
        families["Place" if top in LANDS else top] += weight
    family = best_class(families)
    rivals = [c for c in votes if votes[c] and ("Place" if (t := ontology.top_type(c)) in LANDS else t) == family]
    score = {cls: sum(votes[above] for above in rivals if ontology.is_a(cls, above)) for cls in rivals}
    return min(rivals, key=lambda cls: (-score[cls], cls), default="kgo:Thing")


def _decide(
    tree: Tree, name: NameSpan, votes: dict[str, Counter[str]], ontology: Ontology, named: frozenset[str]
) -> tuple[str, str | None]:
    found = votes[vote_key(tree, name)]
    hit = _known(name, named, ontology)
    if name.region is not None:
        known = hit if hit and ontology.top_type(hit.name.cls) in ("Region", "Place") else None
        return (known.name.cls, known.name.id) if known else ("kgo:Region", None)
    if _is_team(tree, name, hit, found, ontology):
        return TEAM, None
    if hit and not _is_surname(tree, name, hit, found, ontology):
        return hit.name.cls, hit.name.id
    if name.hits and name.hits[0].name.cls in NATIONAL:
        return name.hits[0].name.cls, None
    if not +found and tree.tags[name.last] == "NNPS" and name.first and tree.words[name.first - 1].lower() == "the":
        return "kgo:Group", None  # "the Beatles"
    return (_weighed(found, ontology), None) if +found else ("kgo:Thing", None)


def _is_team(tree: Tree, name: NameSpan, hit: Hit | None, found: Counter[str], ontology: Ontology) -> bool:
    """Whether the name of a town, or of nothing known, is a team's here, as its verbs tell ("Madrid beat Girona")."""
    if found[TEAM] < TEAM_WEIGHT or is_where(tree, name) or found[PERSON] >= FULL_NAME_WEIGHT:
        return False
    if hit:
        return ontology.top_type(hit.name.cls) == "City" or hit.form is Form.METONYM
    return ontology.top_type(_weighed(found, ontology)) in LANDS or name.first == name.last


def _is_surname(tree: Tree, name: NameSpan, hit: Hit, found: Counter[str], ontology: Ontology) -> bool:
    """Whether a known name is a person's here: after a title, or part of a full name of the document ("Ford")."""
    if found["kgo:Person"] < FULL_NAME_WEIGHT or ontology.top_type(hit.name.cls) in ("Country", "Person"):
        return False
    return name.title is not None or (name.first == name.last and best_class(found) == "kgo:Person")


def _known(name: NameSpan, named: frozenset[str], ontology: Ontology) -> Hit | None:
    """The row that the name means: of several the one in or around a place that the document names."""
    if not name.hits:
        return None
    if name.region is not None:
        regions = [hit for hit in name.hits if ontology.top_type(hit.name.cls) in ("Region", "Place")]
        return regions[0] if regions else name.hits[0]
    best = name.hits[0]
    is_common = best.form is Form.ALIAS or best.name.cls == "kgo:PoliticalParty"
    if is_common and best.name.cls in NATIONAL and best.name.within not in named:
        return None  # "Congress" in an article about Peru, "Democratic Party" in one about Hong Kong
    rivals = [hit for hit in name.hits if hit.form == best.form]
    near = [hit for hit in rivals if hit.name.id in named or hit.name.within in named]
    if best.form is Form.METONYM or best.name.id in named or not near:
        return best
    return near[0] if ontology.top_type(best.name.cls) != "Country" or best.form is Form.DEMONYM else best
