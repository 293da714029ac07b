"""Sieves over syntax: what cannot be one, titles, appositions, copulas, relative pronouns."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, islice

from spacy.tokens import Token

from kg.clauses.syntax import child, next_to
from kg.entities.clusters import Clusters
from kg.entities.traits import CONJUNCTS, RELATIVE, clause_of, governor_of
from kg.mentions import TokenMention
from kg.model import MentionKind

CROWD = 12
"""Arguments of one verb, or phrases around one phrase, compared with each other at most."""

FAR = 60
"""Tokens between an apposition and what it renames that are looked at."""

REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "oneself", "each other", "one another"})
DISMISSING = frozenset({"dismiss", "fire", "sack"})
"""Verbs of what nobody does to the one before him in his own office."""
STRIKING = frozenset({"ambush", "attack", "bomb", "bombard", "loot", "ransack", "shell", "storm", "torch"})
"""Verbs of what is done to what is somebody else's: "rebels ambushed their convoy"."""
GIVING = frozenset({"give", "make", "allow", "enable", "leave", "cause", "let", "force", "earn", "cost", "bring"})
"""Verbs of what a deed does to the one who did it: "The jet flies far, giving it a wide range"."""
BOUNDARIES = frozenset({"former", "ex", "then", "late", "old", "previous", "future", "next", "would", "acting"})
"""Words with which a title no longer, or not yet, holds."""


def separate_arguments(clusters: Clusters) -> None:
    """Subject and objects of one verb are not one, nor are coordinated phrases, unless a reflexive says so.

    What stands deeper in the clause ("an agreement with the union") is not its subject either.
    """
    direct: dict[int, list[int]] = defaultdict(list)
    deeper: dict[int, list[int]] = defaultdict(list)
    for i, m in enumerate(clusters.mentions):
        head = clusters.parse.doc[m.head]
        first = clusters.by_head.get(head.head.i) if head.dep_ == "conj" else None
        if first is not None and not _are_offices(clusters, first, i):
            clusters.separate(first, i)
        if head.lower_ in REFLEXIVE:
            continue
        _separate_subject(clusters, i, head)
        verb = governor_of(head)
        if verb is not None and clusters.traits[i].role != "embedded":
            direct[verb.i].append(i)
            if _is_made_do(head, verb):
                direct[verb.head.i].append(i)
        elif verb is None and clusters.traits[i].kind is not MentionKind.NAME:
            clause = clause_of(head)
            if clause is not None:
                deeper[clause.i].append(i)
    for verb_index, members in sorted(direct.items()):
        _separate(clusters, members[:CROWD], deeper[verb_index][:CROWD], clusters.parse.doc[verb_index])
    for verb_index in sorted({*direct, *deeper}):
        _separate_controlled(clusters, [*direct[verb_index], *deeper[verb_index]][:CROWD], verb_index)


def _separate_subject(clusters: Clusters, i: int, token: Token) -> None:
    """Keep a pronoun apart from a name in what does it ("NATO leaders invited it"), and an owner from who strikes.

    "Erdogan dismissed his predecessor": that of another; "rebels ambushed their convoy": others'.
    """
    is_owner = token.tag_ == "PRP$" and token.dep_ == "poss"
    noun = token.head if is_owner else token
    subject = child(noun.head, "nsubj") if noun.dep_ == "dobj" and token.tag_ in {"PRP", "PRP$"} else None
    if subject is None or (is_owner and not _is_of_others(noun)):
        return
    for t in [subject] if is_owner else [t for t in subject.children if t.dep_ == "compound"]:
        j = clusters.by_head.get(t.i)
        if j is not None:
            clusters.separate(i, j)


def _is_of_others(noun: Token) -> bool:
    """Whether what a verb is done to is not its subject's own."""
    is_before = noun.lemma_ in {"predecessor", "successor"} and noun.head.lemma_ in DISMISSING
    is_struck = noun.head.lemma_ in STRIKING and not any(t.lower_ == "own" for t in noun.children)
    return is_before or is_struck


def _is_made_do(subject: Token, verb: Token) -> bool:
    """Whether what a verb tells is what somebody makes its subject do or be: "lets it go", "expects it to fly"."""
    is_below = subject.dep_ == "nsubj" and verb.dep_ == "ccomp" and verb.tag_ in {"VB", "JJ", "JJR"}
    return is_below and child(verb, "aux", "auxpass", "mark") is None


def _separate_controlled(clusters: Clusters, members: list[int], verb_index: int) -> None:
    """Keep pronouns below a verb apart from the subject that it shares: "helps X sell apps and distribute them"."""
    pronouns = [i for i in members if clusters.traits[i].kind is MentionKind.PRONOUN]
    verb = clusters.parse.doc[verb_index]
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i > verb.head.i and verb.lemma_ in GIVING:
        return
    subject = shared_subject(verb) if pronouns else None
    j = clusters.by_head.get(subject.i) if subject is not None else None
    if j is not None:
        for i in pronouns:
            clusters.separate(j, i)


def shared_subject(verb: Token) -> Token | None:
    """Who does what a verb without a subject of its own tells, in the clause it is coordinated or hangs on; or None."""
    for _ in range(CONJUNCTS):
        if any(t.dep_ in {"nsubj", "nsubjpass", "agent"} for t in verb.children) or verb.tag_ == "VBN":
            return None
        if verb.dep_ not in {"conj", "xcomp", "advcl"} or verb.head.pos_ not in {"VERB", "AUX"}:
            return None
        below, verb = verb, verb.head
        controllers = {"dobj"} if below.dep_ == "xcomp" else set()
        for deps in (controllers, {"nsubj", "nsubjpass"}):
            found = next((t for t in verb.children if t.dep_ in deps), None)
            if found is not None:
                return found
    return None


def _separate(clusters: Clusters, direct: list[int], deeper: list[int], verb: Token) -> None:
    """Keep the arguments of one verb apart, but for what a copula equates."""
    is_copula = verb.lemma_ in {"be", "become"}
    for i, j in combinations(direct, 2):
        if not (is_copula and {clusters.traits[i].role, clusters.traits[j].role} == {"subject", "object"}):
            clusters.separate(i, j)
    if is_copula:
        return
    for i in (i for i in direct if clusters.traits[i].role == "subject"):
        for j in deeper:
            clusters.separate(i, j)


def separate_nested(clusters: Clusters) -> None:
    """A phrase is not what stands inside it: "his daughter" is not him.  Appositions and relatives are."""
    open_phrases: list[int] = []
    doc = clusters.parse.doc
    order = sorted(range(len(clusters.mentions)), key=lambda i: _extent(clusters.mentions[i]))
    for i in order:
        m = clusters.mentions[i]
        while open_phrases and clusters.mentions[open_phrases[-1]].phrase_last < m.phrase_first:
            open_phrases.pop()
        for j in open_phrases[-CROWD:]:
            outer = clusters.mentions[j]
            if m.phrase_last <= outer.phrase_last and not _is_restated(doc[m.head], doc[outer.head]):
                clusters.separate(j, i)
        open_phrases.append(i)
        for noun, clause in _nouns_above(doc[m.head]) if clusters.traits[i].kind is MentionKind.PRONOUN else ():
            above = clusters.by_head.get(noun.i)
            if above is not None and not ("Person" in clusters.of(above).tops and _opens_with_which(clause)):
                clusters.separate(above, i)


def _nouns_above(pronoun: Token) -> list[tuple[Token, Token]]:
    """The nouns on which the clause of a subject hangs, with that clause: "threat" in "the threat they pose".

    None above a relative clause that tells of its noun as subject ("the firm that says it won"), or a participle.
    """
    found: list[tuple[Token, Token]] = []
    is_timed = any(t.lower_ == "when" for t in pronoun.head.children)  # "..., when it fell" hangs anywhere
    if pronoun.dep_ not in {"nsubj", "nsubjpass"} or pronoun.lower_ in RELATIVE or is_timed:
        return found
    below = pronoun
    for ancestor in islice(pronoun.ancestors, CONJUNCTS):
        if ancestor.pos_ in {"NOUN", "PROPN"}:
            found.append((ancestor, below))
        subject = next((t for t in ancestor.children if t.dep_ in {"nsubj", "nsubjpass"}), None)
        if ancestor.dep_ in {"relcl", "acl"} and (subject is None or subject.lower_ in RELATIVE):
            break
        below = ancestor
    return found


def _opens_with_which(clause: Token) -> bool:
    """Whether a relative clause is one of things, so that the tree hangs it wrongly on a person."""
    return clause.dep_ == "relcl" and any(
        t.lower_ == "which" for t in clause.doc[clause.left_edge.i : clause.left_edge.i + 3]
    )


def _extent(m: TokenMention) -> tuple[int, int]:
    return (m.phrase_first, -m.phrase_last)


def _is_restated(inner: Token, outer: Token) -> bool:
    """Whether one is an apposition of the other, or a relative pronoun or subject of a clause about it."""
    if "appos" in {inner.dep_, outer.dep_} and (inner.head == outer or outer.head == inner):
        return True
    return inner.lower_ in RELATIVE or (outer.dep_ == "appos" and inner.dep_ == "appos")


def read_titles(clusters: Clusters) -> None:
    """Note the offices and descriptions in front of persons' names, with whose they are."""
    for i, m in enumerate(clusters.mentions):
        if m.mention.kind is MentionKind.NAME and clusters.traits[i].top == "Person":
            title = title_before(clusters, m)
            if title:
                _add_title(clusters, i, title, clusters.traits[i].of)


def title_before(clusters: Clusters, m: TokenMention) -> str:
    """The nouns right before a name, "foreign minister" in "North Korean Foreign Minister Choe Son-hui"."""
    tokens = [clusters.parse.doc[k] for k in range(m.phrase_first, m.first)]
    if any(t.lower_ in BOUNDARIES for t in tokens):
        return ""
    words: list[str] = []
    for token in reversed(tokens):
        if token.i in clusters.by_head or token.pos_ not in {"NOUN", "PROPN", "ADJ"} or _is_of_person(token):
            break
        words.insert(0, token.lemma_.casefold() if token.pos_ == "NOUN" else token.lower_)
    return known_title(clusters, words)


def _is_of_person(token: Token) -> bool:
    """Whether a word is part of a person's name, and no common noun that opens a sentence ("Spokeswoman")."""
    return token.ent_type_ == "PERSON" and token.pos_ != "NOUN"


def known_title(clusters: Clusters, words: list[str]) -> str:
    """The longest end of `words` that is an office, or a noun for persons; or ""."""
    for start in range(len(words)):
        title = " ".join(words[start:]).replace(" - ", "-")
        cls = clusters.ontology.nouns.get(title)
        if title in clusters.ontology.offices or (cls and clusters.ontology.top_type(cls) == "Person"):
            return title
    return ""


def _add_title(clusters: Clusters, i: int, title: str, of: frozenset[str]) -> None:
    cluster = clusters.of(i)
    if title not in cluster.titles:
        cluster.titles.append(title)
    cluster.of |= of


def _is_boundary(token: Token) -> bool:
    """Whether a word says that a title no longer, or not yet, holds; "old" of an age says nothing."""
    is_age = (
        token.lower_ == "old" and token.i > 0 and (next_to(token, -1).is_punct or next_to(token, -1).lemma_ == "year")
    )
    return token.lower_ in BOUNDARIES and not is_age


def nominal_title(clusters: Clusters, i: int) -> str:
    """The title that a nominal mention is ("security chief"), or "" where it is none or no longer holds."""
    m = clusters.mentions[i]
    tokens = [clusters.parse.doc[k] for k in range(m.phrase_first, m.last + 1)]
    if clusters.traits[i].kind is not MentionKind.NOMINAL or any(_is_boundary(t) for t in tokens):
        return ""
    return known_title(clusters, [t.lemma_.casefold() for t in tokens])


def join_appositions(clusters: Clusters) -> None:
    """A name and a phrase of its type beside it: "his teenage daughter, Ju Ae", "Lee Seong-kweun, a lawmaker"."""
    for i, m in enumerate(clusters.mentions):
        token = clusters.parse.doc[m.head]
        j = _restated(clusters, i, token) if token.dep_ == "appos" else None
        if j is None or j == i or not _may_restate(clusters, j, i):
            continue
        if clusters.merge(j, i, f"apposition to '{clusters.text(j)}'"):
            _title_from(clusters, i, j)


def _restated(clusters: Clusters, i: int, token: Token) -> int | None:
    """What an apposition is beside; a person not beside the country in "the president of Brazil, Lula da Silva"."""
    j, above = clusters.by_head.get(token.head.i), token.head.head
    if j is None or token.head.dep_ != "pobj" or above.lower_ != "of":
        return j
    is_person, is_other = "Person" in clusters.of(i).tops, "Person" not in clusters.of(j).tops
    return clusters.by_head.get(above.head.i) if is_person and is_other else j


def _may_restate(clusters: Clusters, i: int, j: int) -> bool:
    """Whether an apposition is likely: at least one is no name, and both say of what type they are."""
    one, other = clusters.of(i), clusters.of(j)
    kinds = {clusters.traits[i].kind, clusters.traits[j].kind}
    if MentionKind.PRONOUN in kinds or kinds == {MentionKind.NAME} or "," in _between(clusters, i, j)[1:]:
        return False
    numbers = [child(clusters.parse.doc[clusters.mentions[k].head], "nummod") for k in (i, j)]
    counts = {number.lower_ for number in numbers if number is not None}
    fits = bool(one.tops & other.tops) or _is_named_group(clusters, i, j)
    return fits and len(counts) < 2  # "30 ships (24 ferries)"


def _is_named_group(clusters: Clusters, i: int, j: int) -> bool:
    """Whether "the aid group Doctors Without Borders": the name right after a singular noun for a group is its own."""
    first, second = sorted((clusters.mentions[i], clusters.mentions[j]), key=lambda m: m.first)
    noun = clusters.parse.doc[first.head]
    tops = clusters.of(i).tops | clusters.of(j).tops
    return noun.tag_ == "NN" and first.last + 1 == second.first and tops == {"Group", "Organization"}


def _between(clusters: Clusters, i: int, j: int) -> list[str]:
    """The tokens between the two phrases, or their names where one phrase holds the other."""
    first, second = sorted((clusters.mentions[i], clusters.mentions[j]), key=lambda m: m.first)
    last = first.phrase_last if first.phrase_last < second.phrase_first else first.last
    return [clusters.parse.doc[k].text for k in range(last + 1, min(second.phrase_first, last + FAR))]


def _title_from(clusters: Clusters, i: int, j: int) -> None:
    for k in (i, j):
        title = nominal_title(clusters, k)
        if title:
            _add_title(clusters, k, title, clusters.traits[k].of)


def join_offices(clusters: Clusters) -> None:
    """Offices of one person told together: "the co-founder and former chief executive"."""
    for i, m in enumerate(clusters.mentions):
        head = clusters.parse.doc[m.head]
        j = clusters.by_head.get(head.head.i) if head.dep_ == "conj" else None
        if j is not None and _are_offices(clusters, j, i):
            clusters.merge(j, i, f"held together with '{clusters.text(j)}'")
            _title_from(clusters, i, j)


def _are_offices(clusters: Clusters, j: int, i: int) -> bool:
    """Whether two singular nouns for persons, the second without an article, are predicated of one person.

    They stand beside a name, are what somebody is, or have a verb in the singular.
    """
    pair = (clusters.traits[j], clusters.traits[i])
    if any(t.kind is not MentionKind.NOMINAL or t.top != "Person" for t in pair) or pair[1].determiner:
        return False
    token = clusters.parse.doc[clusters.mentions[j].head]
    is_one = token.dep_ in {"appos", "attr"}
    if token.dep_ in {"nsubj", "nsubjpass"}:
        is_one = any(t.tag_ == "VBZ" or t.lower_ == "was" for t in (token.head, *token.head.children))
    return is_one and clusters.mentions[j].number == clusters.mentions[i].number == "singular"


def join_copulas(clusters: Clusters) -> None:
    """In "X is the president of Y" both are one; "X is a lawmaker" gives a title; denials and doubts give nothing."""
    for i in range(len(clusters.mentions)):
        attr = clusters.parse.doc[clusters.mentions[i].head]
        if attr.dep_ != "attr" or attr.head.lemma_ != "be":
            continue
        children = list(attr.head.children)
        subject = next((clusters.by_head.get(t.i) for t in children if t.dep_ == "nsubj"), None)
        if (
            subject is None
            or any(t.dep_ == "neg" or (t.dep_ == "aux" and t.lemma_ != "have") or t.lower_ == "if" for t in children)
            or attr.head.tag_ == "VBD"
        ):
            continue
        _join_copula(clusters, subject, i)


def _join_copula(clusters: Clusters, subject: int, attr: int) -> None:
    traits, title = clusters.traits[attr], nominal_title(clusters, attr)
    if title and "Person" in clusters.of(subject).tops:
        _add_title(clusters, subject, title, traits.of)
    is_name = clusters.traits[subject].kind is MentionKind.NAME
    definite = traits.determiner in {"the", "possessive"} and traits.kind is MentionKind.NOMINAL
    if is_name and definite and clusters.of(subject).tops & clusters.of(attr).tops:
        clusters.merge(subject, attr, f"'{clusters.text(subject)}' is said to be it")
