"""Relative clauses and participles that the parser hangs on the nearest noun, moved to the one they are said of."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.antecedents import (
    nouns_above,
    relative_of_happening,
    relative_of_many,
    relative_of_people,
    relative_subject,
)
from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.syntax import (
    FINITE_TAGS,
    OBJECTS,
    SUBJECTS,
    attach,
    child,
    children,
    has_child,
    is_verbal,
    next_to,
    subtree,
)
from kg.clauses.words import CLAIMS, CONTENT, INTRANSITIVE, NAMING, OFTEN_ALONE, UNITS, WITNESSED

PLACED = frozenset({"base", "headquarter", "locate", "situate"})
"""Participles that say where something is: where a place stands before them, they are said of what lies in it."""

DENYING = frozenset({"contest", "deny", "dispute", "rebut", "refute", "reject"})
"""Verbs whose object is what somebody says."""

RESULTING = frozenset({"cause", "force", "lead", "leave", "mean", "result"})
FAILING = frozenset({"avoid", "decline", "fail", "lack", "miss", "neglect", "refuse"})
LYING = frozenset({"be", "border", "contain", "have", "include", "lie"})
"""Verbs of what follows from a state of affairs, of what is not done, and of what a place is and where."""

PORTIONS = frozenset({
    "amount", "area", "bulk", "centre", "center", "end", "group", "half", "kind", "list", "majority", "member",
    "number", "pair", "part", "piece", "portion", "rest", "section", "series", "set", "share", "side", "type",
    "version",
})  # fmt: skip
"""Nouns that say how much or which part of something is meant."""

MISHAPS = frozenset({
    "accident", "attack", "avalanche", "blast", "blaze", "bombardment", "bombing", "breach", "capsizing", "collapse",
    "collision", "crash", "crush", "derailment", "disaster", "earthquake", "eruption", "explosion", "failure", "fire",
    "flood", "flooding", "incident", "landslide", "leak", "massacre", "mutiny", "outbreak", "quake", "raid", "riot",
    "rupture", "shelling", "shooting", "siege", "sinking", "spill", "stampede", "strike", "uprising", "wreck",
})  # fmt: skip
HARMING = frozenset({
    "claim", "cripple", "damage", "destroy", "devastate", "displace", "disrupt", "drown", "force", "hospitalise",
    "hospitalize", "hurt", "injure", "kill", "leave", "level", "maim", "ravage", "sicken", "wound", "wreck",
})  # fmt: skip
"""What befalls things, and the verbs of what it does: "the crash of a plane that killed all" tells of the crash."""


def _relative_of_person(token: Token, lexicon: Lexicon) -> Head | None:
    """ "proposed it to leaders at the end of the year, who agreed": "who" is a person or body."""
    pronoun = relative_subject(token)
    if pronoun is None or pronoun.lower_ != "who" or not lexicon.animate or token.head.i in lexicon.animate:
        return None
    counted = token.head.dep_ == "pobj" and token.head.head.lower_ == "of" and token.head.head.head.i in lexicon.animate
    if token.head.pos_ != "NOUN" or child(token.head, "conj") is not None or counted:
        return None  # "all of the men who"
    start = token.sent.start
    before = (token.doc[i] for i in range(token.head.i - 1, start - 1, -1) if i in lexicon.animate)
    noun = next((t for t in before if t.dep_ in ("pobj", "dobj", "attr", "conj") and t.pos_ in ("NOUN", "PROPN")), None)
    return (noun, "relcl") if noun is not None else None


def _relative_of_thing(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the agreement between the two firms, which set prices": "which" is no person, agrees with its verb in number,
    and after a comma takes up what is between two, not the two.
    """
    pronoun = relative_subject(token)
    if pronoun is None or pronoun.lower_ not in ("which", "that"):
        return None
    noun = token.head
    fits = [n for n in nouns_above(noun) if _agrees(n, token)]
    whole = [n for n in fits if not _is_singular(n)] if not _comma(token) else fits
    fits = whole or fits
    wrong = noun.i in lexicon.people and pronoun.lower_ == "which"
    is_other = wrong or not _agrees(noun, token)
    beside = next_to(pronoun, -2) if is_other and _comma(token) and pronoun.i - 2 > noun.i else None
    if beside is not None and beside.pos_ == "PROPN" and beside.i in lexicon.animate - lexicon.people:
        return (beside, "relcl")  # "experts at the council, which"
    between = noun.dep_ == "pobj" and noun.head.lower_ == "between" and _comma(token)
    if not fits or not (is_other or between):
        return None
    return (fits[0], "relcl") if fits[0].i not in lexicon.people else None


def _relative_of_mishap(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the crash of a plane that killed 72": a mishap did what is told, not the thing that it befell."""
    pronoun, noun = relative_subject(token), token.head
    if pronoun is None or pronoun.lower_ not in ("which", "that") or token.tag_ != "VBD":
        return None
    if token.lemma_.lower() not in HARMING or noun.i in lexicon.animate or noun.lemma_.lower() in MISHAPS:
        return None
    mishap = next((n for n in nouns_above(noun) if n.lemma_.lower() in MISHAPS), None)
    return (mishap, "relcl") if mishap is not None else None


def _is_singular(noun: Token) -> bool:
    """Whether a phrase names one that there is, which no clause without a comma tells apart from others."""
    return noun.pos_ == "PROPN" or has_child(noun, "poss")


def _relative_of_claim(token: Token, lexicon: Lexicon) -> Head | None:
    """ "whether he took money from Acme, which he denies": what is denied is what is said, not the noun beside it."""
    pronoun, noun = child(token, "dobj"), token.head
    if token.dep_ != "relcl" or pronoun is None or pronoun.lower_ != "which" or not _comma(token):
        return None
    claimed = noun.lemma_.lower() in CLAIMS | CONTENT or noun.lemma_.lower() in lexicon.speech
    if token.lemma_.lower() not in DENYING or claimed or child(token, *SUBJECTS) is None:
        return None
    return (noun, "parataxis")


def _relative_of_lack(token: Token, lexicon: Lexicon) -> Head | None:
    """ "had no insurance, which led to its ruin": what follows comes of what is denied, not of the noun in it."""
    pronoun, noun = relative_subject(token), token.head
    if pronoun is None or pronoun.lower_ != "which" or token.lemma_.lower() not in RESULTING or not _set_off(token):
        return None
    verb = noun.head
    above = [verb, verb.head] if verb.dep_ == "xcomp" else [verb]
    denied = any(t.lower_ in ("no", "neither") for t in children(noun, "det"))
    denied = denied or any(v.lemma_.lower() in FAILING or has_child(v, "neg") for v in above)
    return (noun, "parataxis") if noun.dep_ in OBJECTS and denied else None


def _relative_of_either(token: Token, lexicon: Lexicon) -> Head | None:
    """ "a camp in North Darfur, which was besieged": it may be said of the place or of what lies in it, so of neither.

    What a place is or has is told of the last ("a camp in North Darfur, which borders Chad").
    """
    noun, pronoun = token.head, next((t for t in subtree(token) if t.lower_ == "which"), None)
    if token.dep_ != "relcl" or pronoun is None or not _comma(token) or token.lemma_.lower() in LYING:
        return None
    if noun.ent_type_ not in ("GPE", "LOC") or noun.head.lower_ != "in" or pronoun.dep_ not in (*SUBJECTS, *OBJECTS):
        return None
    whole = next(nouns_above(noun), None)
    return (noun, "dep") if whole is not None and whole.i not in lexicon.people | lexicon.events else None


def _relative_of_last(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the pursuit of our common aim which is peace", "twice the age of the ship, for which": said of the nearer noun.

    Of what something is where each has its own "the", and of a measure never.
    """
    noun, of = token.head, next((p for p in children(token.head, "prep") if p.lower_ == "of"), None)
    near = child(of, "pobj") if of is not None else None
    if token.dep_ != "relcl" or near is None or near.pos_ not in ("NOUN", "PROPN") or child(near, "conj") is not None:
        return None
    gap = 2 if _comma(token) else 1
    if near.right_edge.i + gap != token.left_edge.i or not _agrees(near, token):
        return None
    measured = noun.dep_ == "npadvmod" and (noun.lemma_ in UNITS or noun.lemma_ in ("age", "period", "time"))
    pronoun, own = relative_subject(token), has_child(near, "poss", "det")
    is_what = token.lemma_ == "be" and has_child(token, "attr") and pronoun is not None and pronoun.lower_ == "which"
    whole = own and gap == 1 and near.i not in lexicon.people and noun.lemma_.lower() not in PORTIONS
    return (near, "relcl") if measured or (is_what and whole) else None


def _relative_in_which(token: Token, lexicon: Lexicon) -> Head | None:
    """ "leaves after a decade in which she fined two banks": "in which" takes up the noun right before it."""
    preposition = token.left_edge
    pronoun = child(preposition, "pobj") if preposition.dep_ == "prep" and preposition.head.i == token.i else None
    if pronoun is None or pronoun.lower_ != "which" or pronoun.i != preposition.i + 1 or preposition.i < 2:
        return None
    noun = token.doc[preposition.i - 1 - (token.doc[preposition.i - 1].text == ",")]
    if noun.pos_ not in ("NOUN", "PROPN") or noun.i == token.head.i or child(token, *SUBJECTS) is None:
        return None
    if token.dep_ == "relcl" and token.doc[token.head.i + 1 : preposition.i].text.find(",") < 0:
        return None  # "the hall of the school in which they met"
    return (noun, "relcl")


def _relative_in_brackets(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the maker of the ship (which was sold)": what opens a bracket is said of the noun before it."""
    pronoun, edge = relative_subject(token), token.left_edge.i
    if pronoun is None or pronoun.lower_ != "which" or edge < 2 or token.doc[edge - 1].text != "(":
        return None
    noun = token.doc[edge - 2]
    inside = noun.pos_ in ("NOUN", "PROPN") and noun.i not in lexicon.people and noun.i != token.head.i
    return (noun, "relcl") if inside and any(t.i == noun.i for t in subtree(token.head)) else None


def _reduced_relative(token: Token, lexicon: Lexicon) -> Head | None:
    """ "will show the ship the town plans to sell": a clause right after an object that lacks one tells which."""
    verb, subject = token.head, child(token, "nsubj")
    if token.dep_ != "ccomp" or subject is None or not is_verbal(verb) or child(token, "mark") is not None:
        return None
    noun = next((o for o in children(verb, *OBJECTS) if o.right_edge.i + 1 == subject.left_edge.i), None)
    if noun is None or noun.pos_ != "NOUN" or noun.i in lexicon.animate or verb.lemma_.lower() in lexicon.speech:
        return None
    lowest = token
    while (below := child(lowest, "xcomp")) is not None:
        lowest = below
    finite = any(t.tag_ in FINITE_TAGS for t in (token, *children(token, "aux")))
    alone = lowest.lemma_.lower() in OFTEN_ALONE | INTRANSITIVE
    return (
        (noun, "relcl") if finite and not alone and not has_child(lowest, *OBJECTS, "attr", "acomp", "ccomp") else None
    )


def _noun_after_object(token: Token, lexicon: Lexicon) -> Head | None:
    """ "made the building of the school a priority": after such a verb the second noun is what the first becomes."""
    noun = next((n for n in (token.head, *nouns_above(token.head)) if n.dep_ == "dobj"), token.head)
    verb = noun.head
    if token.dep_ != "appos" or noun.dep_ != "dobj" or verb.lemma_.lower() not in NAMING | {"make", "deem"}:
        return None
    article = token.left_edge
    beside = (
        article.i > noun.i and article.lower_ in ("a", "an") and next_to(article, -1).pos_ in ("NOUN", "PROPN", "PRON")
    )
    return (verb, "oprd") if beside else None


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether a noun can be the subject of a finite verb, as far as their endings show."""
    if child(noun, "conj") is not None or noun.dep_ == "conj":
        return True
    words = [verb, *children(verb, "aux", "auxpass")]
    singular = any(t.tag_ == "VBZ" or t.lower_ == "was" for t in words)
    plural = any(t.tag_ == "VBP" or t.lower_ == "were" for t in words)
    return not (singular and noun.tag_ == "NNS") and not (plural and noun.tag_ == "NN" and singular is False)


def _comma(token: Token) -> bool:
    edge = token.left_edge.i
    return edge > 0 and token.doc[edge - 1].text == ","


def _set_off(token: Token) -> bool:
    edge = token.left_edge.i
    return edge > 0 and token.doc[edge - 1].text in (",", "-", "–", "—", "--")


def _placed_participle(token: Token, lexicon: Lexicon) -> Head | None:
    """ "a village in Iraq, located near a river", "a leader in systems, based in Oslo": said of the whole phrase.

    Where the participle hangs on the verb, of the noun before it or of what that lies in.
    """
    if token.tag_ != "VBN" or token.lemma_.lower() not in PLACED or not _comma(token):
        return None
    if token.dep_ == "advcl" and child(token, "mark", *SUBJECTS) is None:
        before = token.left_edge.i - 2
        if before < token.sent.start:
            return None
        noun = token.doc[before]
    elif token.dep_ == "acl":
        noun = token.head
    else:
        return None
    if noun.pos_ not in ("NOUN", "PROPN") or noun.i in lexicon.people:
        return None
    whole = [n for n in nouns_above(noun) if n.i not in lexicon.people or token.lemma_.lower() == "base"]
    named = token.lemma_.lower() == "base" or noun.ent_type_ == "ORG"
    if named and noun.i in lexicon.animate:
        return (noun, "acl")
    return (whole[-1] if whole else noun, "acl")


def _participle_of_object(token: Token, lexicon: Lexicon) -> Head | None:
    """ "considered the use of aid provided": a participle between verb and object's end says which object is meant."""
    if token.dep_ != "ccomp" or token.tag_ not in ("VBN", "VBD") or token.head.lemma_ in WITNESSED:
        return None
    verb, subject = token.head, child(token, "nsubj")
    if subject is None or child(token, "aux", "auxpass", "mark", "xcomp", "ccomp", "prt", "dobj") is not None:
        return None
    if subject.i < verb.i or subject.pos_ != "NOUN" or child(verb, *OBJECTS) or verb.lemma_.lower() in lexicon.speech:
        return None
    if token.tag_ != "VBN" or token.right_edge.i > token.i + 4 or not lexicon.speech:
        return None
    last = token.doc[token.i - 1]
    attach(subject, verb, "dobj")
    return (last if last.pos_ in ("NOUN", "PROPN") else subject, "acl")


def _participle_as_past(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the data used to list towns vary": where another verb has the noun, what hangs on it is no past tense."""
    noun = token.head
    has_verb = noun.dep_ in ("dobj", "pobj", "attr") or (noun.dep_ in SUBJECTS and noun.head.i > token.i)
    if token.tag_ == "VBD" and has_verb and not has_child(token, "aux", "mark", *SUBJECTS, *OBJECTS):
        token.tag_ = "VBN"
    return None


def _verb_after_participle(token: Token, lexicon: Lexicon) -> Head | None:
    """ "pictures of men shown wearing hats have spread": the second of two verbs that nothing joins is the main one."""
    first = token.head
    if first.dep_ != "ROOT" or first.tag_ not in ("VBD", "VBN") or not is_verbal(token) or token.i < first.i + 2:
        return None
    finite = any(t.tag_ in FINITE_TAGS for t in (token, *children(token, "aux", "auxpass")))
    subject = child(first, "nsubj", "nsubjpass")
    if not finite or subject is None or child(token, *SUBJECTS) is not None or child(first, "aux", *OBJECTS, "cc"):
        return None
    if any(t.text in (",", ";", ":", "-", "–", "—") or t.dep_ == "cc" for t in token.doc[first.i : token.i]):
        return None
    _make_main(token, subject, first, lexicon)
    return None


def _make_main(verb: Token, subject: Token, participle: Token, lexicon: Lexicon) -> None:
    """Give a sentence its main verb and subject; the participle says which subject is meant."""
    shown = _shown(subject, participle, lexicon)
    attach(verb, verb, "ROOT")
    attach(subject, verb, "nsubjpass" if has_child(verb, "auxpass") else "nsubj")
    for other in children(participle):
        if other.i > verb.i or other.i < subject.left_edge.i:
            attach(other, verb, other.dep_)
    attach(participle, shown, "acl")
    participle.tag_ = "VBN"


def _shown(subject: Token, participle: Token, lexicon: Lexicon) -> Token:
    """Of whom a participle tells: of a picture those it shows, of anything else itself."""
    inside = [t for t in subtree(subject) if subject.i < t.i < participle.i and t.i in lexicon.animate]
    acting = [t for t in inside if t.ent_type_ not in ("GPE", "LOC") and t.dep_ == "pobj"]
    return acting[-1] if acting and subject.i not in lexicon.animate else subject


def _participle_as_subject(token: Token, lexicon: Lexicon) -> Head | None:
    """ "said that the unit formed to study it had been closed": what stands before a verb with a noun of its own.

    "That the minister resigned was expected" is a clause and stays the subject.
    """
    noun, main = child(token, "nsubj"), token.head
    if noun is None or token.tag_ not in ("VBN", "VBD") or not token.i - 2 <= noun.i < token.i < main.i:
        return None
    marks, told = children(token, "mark"), main.dep_ == "ccomp"
    if noun.pos_ not in ("NOUN", "PROPN") or has_child(token, "aux", "auxpass", *OBJECTS) or (marks and not told):
        return None
    if not any(t.tag_ in FINITE_TAGS for t in (main, *children(main, "aux", "auxpass"))):
        return None
    for mark in marks:
        attach(mark, main, "mark")
    attach(noun, main, "nsubjpass" if has_child(main, "auxpass") else "nsubj")
    token.tag_ = "VBN"
    return (noun, "acl")


def _aside_between(token: Token, lexicon: Lexicon) -> Head | None:
    """ "said that work on the dam, begun in May, has been stopped": the later of two verbs is what is said of it."""
    aside = next((c for c in children(token.head, "ccomp") if c.i < token.i), None)
    if token.dep_ != "ccomp" or aside is None or aside.tag_ not in ("VBN", "VBD") or child(token, *SUBJECTS, "mark"):
        return None
    subject, mark = child(aside, "nsubj"), child(aside, "mark")
    finite = any(t.tag_ in FINITE_TAGS for t in (token, *children(token, "aux", "auxpass")))
    if subject is None or mark is None or not finite or child(aside, "aux", "auxpass", *OBJECTS) is not None:
        return None
    if token.doc[aside.i - 1].text != ",":
        return None
    attach(subject, token, "nsubjpass" if has_child(token, "auxpass") else "nsubj")
    attach(mark, token, "mark")
    attach(aside, subject, "acl")
    aside.tag_ = "VBN"
    return None


RELATIVES: Mapping[str, tuple[Repair, ...]] = {
    "relcl": (
        _relative_of_claim,
        _relative_of_lack,
        _relative_of_mishap,
        _relative_of_either,
        _relative_in_which,
        _relative_in_brackets,
        _relative_of_person,
        relative_of_people,
        relative_of_many,
        relative_of_happening,
        _relative_of_thing,
        _relative_of_last,
    ),
    "acl": (_placed_participle, _participle_as_past),
    "advcl": (_placed_participle, _relative_in_which),
    "ccomp": (_participle_of_object, _aside_between, _reduced_relative),
    "appos": (_noun_after_object,),
    "conj": (_verb_after_participle,),
    **dict.fromkeys(("csubj", "csubjpass", "nsubj", "nsubjpass"), (_participle_as_subject,)),
}
