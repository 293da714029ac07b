"""Mend the attachments that the small parser often gets wrong, before clauses are read.

Each repair is one function over one token and holds wherever its shape occurs; what it moves is a head, never a word.
The document's `Doc` is working paper: heads are changed in place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.clauses.syntax import OBJECTS, SUBJECTS, ancestors, child, children, is_verbal

WHEN = frozenset({"during", "after", "before", "until", "amid", "despite", "throughout", "following", "while", "upon"})
"""Prepositions of time and circumstance: they tell when something is done, not what a thing is like."""

NEVER_FINITE = frozenset({"VBN", "VBG", "VB"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What repairs ask of words.

    `stative` are lemmas of verbs whose participle says what a thing is, `believed` of those that take an infinitive in
    the passive alone ("believed to be"); `animate`, `people`, `pictures` and `events` are head tokens of phrases for
    whoever acts, for persons, for pictures of something, and for happenings; `speech` the lemmas of verbs of saying and
    citing.
    """

    animate: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()
    pictures: frozenset[int] = frozenset()
    events: frozenset[int] = frozenset()
    speech: frozenset[str] = frozenset()
    stative: frozenset[str] = frozenset()
    believed: frozenset[str] = frozenset()


def repair(doc: Doc, lexicon: Lexicon) -> None:
    """Change the heads of `doc` where a repair applies."""
    for token in doc:
        for mend in REPAIRS:
            head = mend(token, lexicon)
            if head is not None and _is_safe(token, head):
                _attach(token, *head)
                break


Head = tuple[Token, str]


def _is_safe(token: Token, head: Head) -> bool:
    """A new head lies in the same sentence and outside the token's own subtree: no cycle, no broken sentence."""
    target = head[0]
    return (
        target.i != token.i and target.sent.start == token.sent.start and all(a.i != token.i for a in ancestors(target))
    )


def _attach(token: Token, head: Token, label: str) -> None:
    token.head = head
    token.dep_ = label


# ---------------------------------------------------------------- the repairs


def _participle_of_picture(token: Token, lexicon: Lexicon) -> Head | None:
    """ "images of Kim mourning", "a photograph of a document, signed by him": said of what the picture shows.

    Without a comma the same holds of "the number of soldiers killed": the nearest person, where the head is none.
    """
    if token.dep_ not in ("acl", "relcl") or token.tag_ not in ("VBN", "VBG", "VBD"):
        return None
    noun = token.head
    shown = _last_of_phrase(noun, token)
    if shown is None or shown.i == noun.i:
        return None
    if noun.i in lexicon.pictures or (
        shown.i in lexicon.animate and noun.i not in lexicon.animate and not _comma_before(token)
    ):
        return (shown, token.dep_)
    return None


def _participle_of_person(token: Token, lexicon: Lexicon) -> Head | None:
    """ "images of Kim mourning over soldiers killed in action": without a comma, said of the people before it."""
    if (
        token.dep_ != "acl"
        or token.tag_ not in ("VBN", "VBG", "VBD")
        or token.head.i in lexicon.events
        or _comma_before(token)
    ):
        return None
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    if before.i == token.head.i or before.i not in lexicon.animate or before.pos_ not in ("NOUN", "PROPN"):
        return None
    return (before, "acl") if token.head.i not in lexicon.animate else None


def _stative_participle(token: Token, lexicon: Lexicon) -> Head | None:
    """ "a notebook, belonging to a soldier": a verb that says what a thing is stays with the noun before it."""
    if (
        token.dep_ != "advcl"
        or token.tag_ not in ("VBG", "VBN")
        or token.lemma_ not in lexicon.stative
        or not _comma_before(token)
    ):
        return None
    before = token.doc[token.left_edge.i - 2]
    if before.pos_ not in ("NOUN", "PROPN") or child(token, "mark") is not None:
        return None
    return (before, "acl")


def _clause_on_date(token: Token, lexicon: Lexicon) -> Head | None:
    """ "an event held on Sunday, which marked ...": a relative clause on a date is said of what took place then."""
    if token.dep_ != "relcl" or token.head.ent_type_ not in ("DATE", "TIME"):
        return None
    noun = next(
        (a for a in ancestors(token.head) if a.pos_ in ("NOUN", "PROPN") and a.ent_type_ not in ("DATE", "TIME")), None
    )
    return (noun, "relcl") if noun is not None and noun.i < token.i else None


def _last_of_phrase(noun: Token, limit: Token) -> Token | None:
    """The noun at the end of a chain of "of" phrases that reaches up to `limit`."""
    found = noun
    for _ in range(6):
        of = next((p for p in children(found, "prep") if p.lower_ == "of" and p.i < limit.i), None)
        target = child(of, "pobj") if of is not None else None
        if target is None or target.i > limit.i:
            break
        found = target
    between = [t for t in limit.doc[found.i + 1 : limit.left_edge.i] if not t.is_punct and t.dep_ not in ("advmod",)]
    return found if not between else None


def _comma_before(token: Token) -> bool:
    edge = token.left_edge.i
    return edge > 0 and token.doc[edge - 1].text in (",", "—", "–", ";", "(")


def _trailing_participle(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Kim was seen in several photos, accompanied by his minister": after a comma and the verb, said of the subject.

    Only where the noun is no subject and the clause has one that a person or body can be.
    """
    if token.dep_ != "acl" or token.tag_ not in ("VBN", "VBG") or not _comma_before(token):
        return None
    verb = next((a for a in ancestors(token) if is_verbal(a)), None)
    if verb is None or token.i < verb.i or token.head.dep_ in SUBJECTS or token.head.i in lexicon.animate:
        return None
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.i not in lexicon.animate:
        return None
    return (verb, "advcl")


def _time_phrase_on_noun(token: Token, lexicon: Lexicon) -> Head | None:
    """ "wiping away tears during the event": a phrase of time on a noun that is no happening belongs to the verb."""
    if token.dep_ != "prep" or token.lower_ not in WHEN or is_verbal(token.head) or token.head.i in lexicon.events:
        return None
    if token.head.dep_ in SUBJECTS or token.head.tag_ == "VBG":
        return None
    verb = next((a for a in ancestors(token) if is_verbal(a)), None)
    return (verb, "prep") if verb is not None and verb.i < token.i else None


def _unlike_conjunct(token: Token, lexicon: Lexicon) -> Head | None:
    """ "showed him approving plans and issuing orders": a verb is coordinated with one of its own form.

    A finite verb without subject goes with the nearest finite verb above or before it ("confirmed that it had deployed
    troops and acknowledged casualties"), any other with the nearest of its tag below the head.
    """
    if (
        token.dep_ != "conj"
        or not is_verbal(token)
        or not is_verbal(token.head)
        or child(token, "aux", "auxpass", *SUBJECTS)
    ):
        return None
    head = token.head
    if (
        token.tag_ == head.tag_
        or (token.tag_ == "VBD" and head.tag_ in ("VBZ", "VBP"))
        or token.tag_ not in ("VBG", "VBD")
    ):
        return None
    if token.tag_ == "VBG":
        inside = [
            t
            for t in head.subtree
            if t.tag_ == "VBG" and t.i < token.i and t.dep_ in ("ccomp", "xcomp", "advcl", "pcomp", "acl")
        ]
        return (inside[-1], "conj") if inside else None
    if child(head, "aux") is None:
        return None
    above = next((a for a in ancestors(head) if a.tag_ == "VBD"), None)
    return (above, "conj") if above is not None else None


def _speech_participle(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Lee said troops could go, citing a report": who speaks cites, not who goes."""
    if token.dep_ != "advcl" or token.tag_ != "VBG" or token.lemma_ not in lexicon.speech or not _comma_before(token):
        return None
    inner = token.head
    outer = inner.head
    if inner.dep_ == "ccomp" and outer.lemma_ in lexicon.speech and outer.i != inner.i:
        return (outer, "advcl")
    return None


def _finite_main_verb(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The film, aired by media, showed Kim": a finite verb with an object, read as a participle of the subject.

    The noun becomes its subject; the sentence's root moves to the verb.
    """
    if token.dep_ != "acl" or token.tag_ != "VBD" or token.head.dep_ != "ROOT" or is_verbal(token.head):
        return None
    if child(token, *OBJECTS, "ccomp", "xcomp") is None or token.left_edge.i <= token.head.i or child(token, "mark"):
        return None
    noun = token.head
    token.head = token
    token.dep_ = "ROOT"
    noun.head = token
    noun.dep_ = "nsubj"
    for other in list(noun.children):
        if other.dep_ == "punct" and other.i > token.i:
            other.head = token
    return None


def _clause_on_noun(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the denial that banks raised rates": with another object, "that" is no relative pronoun."""
    if token.dep_ != "relcl":
        return None
    objects = children(token, *OBJECTS)
    that = next((c for c in objects if c.tag_ == "WDT" and c.lower_ == "that"), None)
    if that is None or len(objects) < 2 or child(token, "nsubj", "nsubjpass") is None:
        return None
    that.dep_ = "mark"
    return (token.head, "acl")


def _reduced_belief(token: Token, lexicon: Lexicon) -> Head | None:
    """ "mourned soldiers believed to have died": the soldiers are mourned, and it is of them that it is believed."""
    if token.dep_ != "ccomp" or token.tag_ not in ("VBN", "VBD") or child(token, "aux", "auxpass", "mark") is not None:
        return None
    subject, complement = child(token, "nsubj"), child(token, "xcomp")
    if (
        subject is None
        or complement is None
        or token.lemma_ not in lexicon.believed
        or child(token.head, *OBJECTS) is not None
    ):
        return None
    if not any(c.lower_ == "to" for c in children(complement, "aux")):
        return None
    verb = token.head
    _attach(subject, verb, "dobj")
    token.tag_ = "VBN"
    return (subject, "acl")


def _subject_of_auxiliary(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The museum, in central Vienna, is closed": the subject is that of the verb, not of its auxiliary."""
    auxiliary = token.head
    if token.dep_ not in SUBJECTS or auxiliary.dep_ not in ("aux", "auxpass") or child(auxiliary.head, *SUBJECTS):
        return None
    return (auxiliary.head, "nsubjpass" if auxiliary.dep_ == "auxpass" else "nsubj")


def _possessor_as_subject(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Russia's then Defense Minister Sergei Shoigu spoke": a possessor belongs to the next subject."""
    if token.dep_ not in SUBJECTS or not any(c.tag_ == "POS" for c in token.children):
        return None
    owned = next((s for s in children(token.head, *SUBJECTS) if token.i < s.i < token.head.i), None)
    return (owned, "poss") if owned is not None else None


def _apposition_of_person(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The president of Brazil, Lula da Silva, spoke": a person's name renames the person, not the country."""
    place = token.head
    if token.dep_ != "appos" or token.pos_ != "PROPN" or token.i not in lexicon.people or place.dep_ != "pobj":
        return None
    noun = place.head.head
    named = noun.pos_ == "NOUN" and noun.i in lexicon.people and place.i not in lexicon.people
    return (noun, "appos") if named and place.head.dep_ == "prep" else None


def _gerund_of_person(token: Token, lexicon: Lexicon) -> Head | None:
    """ "accused the mayor of taking bribes": beside a verb's object, an animate one, the gerund is the verb's."""
    gerund = child(token, "pcomp")
    if token.dep_ != "prep" or token.lower_ not in ("of", "from") or gerund is None or gerund.tag_ != "VBG":
        return None
    noun = token.head
    if noun.dep_ not in OBJECTS or noun.i not in lexicon.animate or not is_verbal(noun.head):
        return None
    return (noun.head, "prep")


def _item_of_list(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Labour; the Greens; and the Liberals": after a noun and a semicolon comes the next item, no apposition."""
    edge = token.left_edge.i
    if token.dep_ != "appos" or token.head.i != edge - 2 or token.doc[edge - 1].text != ";":
        return None
    return (token.head, "conj")


REPAIRS: Iterable[Callable[[Token, Lexicon], Head | None]] = (
    _finite_main_verb,
    _participle_of_picture,
    _participle_of_person,
    _stative_participle,
    _clause_on_date,
    _trailing_participle,
    _time_phrase_on_noun,
    _unlike_conjunct,
    _speech_participle,
    _reduced_belief,
    _clause_on_noun,
    _subject_of_auxiliary,
    _possessor_as_subject,
    _apposition_of_person,
    _gerund_of_person,
    _item_of_list,
)
