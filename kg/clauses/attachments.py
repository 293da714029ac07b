"""Participles, relative clauses and phrases that the small parser hangs on the wrong word.

Each is a repair like those of `kg.clauses.repairs`.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.clauses.lexicon import Head, Lexicon, Repair
from kg.clauses.reported import content_of_report, shares_report
from kg.clauses.syntax import (
    OBJECTS,
    SUBJECTS,
    ancestors,
    attach,
    child,
    children,
    has_child,
    is_verbal,
    next_to,
    subtree,
)
from kg.clauses.words import NAMING

WHEN = frozenset({"during", "after", "before", "until", "amid", "despite", "throughout", "following", "while", "upon"})
"""Prepositions of time and circumstance: they tell when something is done, not what a thing is like."""
CREATING = frozenset({
    "adopt", "air", "author", "build", "compile", "compose", "construct", "create", "design", "develop", "draft",
    "film", "issue", "make", "manufacture", "paint", "print", "produce", "publish", "record", "release", "sign",
    "write",
})  # fmt: skip
"""Verbs of making: their participle after a comma is said of the thing before it, never of a person."""


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
        or token.lemma_.lower() in lexicon.speech
    ):
        return None  # "wrote a letter to the board stating that he would leave"
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
    if token.tag_ == "VBG" and token.lemma_ in NAMING:
        return None  # "wrote on Facebook, calling them heroes"
    if before.pos_ not in ("NOUN", "PROPN") or has_child(token, "mark"):
        return None
    return (before, "acl")


def _clause_on_date(token: Token, lexicon: Lexicon) -> Head | None:
    """ "an event held on Sunday, which marked ...": a relative clause on a date is said of what took place then.

    "A day when he left" is that day.
    """
    if token.dep_ != "relcl" or token.head.ent_type_ not in ("DATE", "TIME") or token.left_edge.lower_ == "when":
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
    created = token.tag_ == "VBN" and token.lemma_.lower() in CREATING
    if created or subject is None or subject.i not in lexicon.animate:
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
            for t in subtree(head)
            if t.tag_ == "VBG" and t.i < token.i and t.dep_ in ("ccomp", "xcomp", "advcl", "pcomp", "acl")
        ]
        return (inside[-1], "conj") if inside else None
    if not has_child(head, "aux"):
        return None
    above = next((a for a in ancestors(head) if a.tag_ == "VBD"), None)
    if above is not None and shares_report(token, head, above, lexicon):
        return None
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
    if not has_child(token, *OBJECTS, "ccomp", "xcomp") or token.left_edge.i <= token.head.i or child(token, "mark"):
        return None
    noun = token.head
    attach(token, token, "ROOT")
    attach(noun, token, "nsubj")
    for other in children(noun, "punct"):
        if other.i > token.i:
            attach(other, token, "punct")
    return None


def _clause_on_noun(token: Token, lexicon: Lexicon) -> Head | None:
    """ "the denial that banks raised rates": with another object, "that" is no relative pronoun."""
    if token.dep_ != "relcl":
        return None
    objects = children(token, *OBJECTS)
    that = next((c for c in objects if c.tag_ == "WDT" and c.lower_ == "that"), None)
    if that is None or len(objects) < 2 or not has_child(token, "nsubj", "nsubjpass"):
        return None
    attach(that, token, "mark")
    return (token.head, "acl")


def _reduced_belief(token: Token, lexicon: Lexicon) -> Head | None:
    """ "mourned soldiers believed to have died": the soldiers are mourned, and it is of them that it is believed."""
    if token.dep_ != "ccomp" or token.tag_ not in ("VBN", "VBD") or has_child(token, "aux", "auxpass", "mark"):
        return None
    subject, complement = child(token, "nsubj"), child(token, "xcomp")
    if subject is None or complement is None or token.lemma_ not in lexicon.believed or has_child(token.head, *OBJECTS):
        return None
    if not any(c.lower_ == "to" for c in children(complement, "aux")):
        return None
    verb = token.head
    attach(subject, verb, "dobj")
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
    if token.dep_ not in SUBJECTS or not any(c.tag_ == "POS" for c in children(token)):
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


def _subject_around_report(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The recipients, said Mauer, are required": of two subjects the first is that of the main verb."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ not in lexicon.speech or verb.dep_ not in ("parataxis", "ccomp"):
        return None
    inverted = any(s.i > verb.i for s in children(verb, "nsubj")) and token.i < verb.i
    set_off = verb.i > 0 and next_to(verb, -1).text == ","
    if not inverted or not set_off or verb.head.i < verb.i or child(verb.head, *SUBJECTS) is not None:
        return None
    return (verb.head, "nsubjpass" if child(verb.head, "auxpass") is not None else "nsubj")


def _speaker_before_verb(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Speaking in court, NAME, QC, said": a name between commas is the subject of the verb of speech after it."""
    end = token.right_edge.i + 1
    if token.dep_ != "npadvmod" or token.i not in lexicon.people or end + 1 >= len(token.doc):
        return None
    verb = token.doc[end + 1] if token.doc[end].text == "," else token.doc[end]
    if verb.lemma_ not in lexicon.speech or verb.tag_ not in ("VBD", "VBZ") or child(verb, "nsubj", "nsubjpass"):
        return None
    for clause in children(verb, "csubj"):
        attach(clause, verb, "advcl")
    return (verb, "nsubj")


def _inserted_report(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The figures, she told the meeting, showed a rise": between commas, who tells it is no clause on the noun."""
    subject, verb = child(token, "nsubj"), token.head.head
    if token.dep_ != "relcl" or subject is None or token.lemma_.lower() not in lexicon.speech or subject.i > token.i:
        return None
    words = [t for t in subtree(token) if not t.is_punct]
    before, after = subject.left_edge.i - 1, words[-1].i + 1
    if subject.tag_ in ("WP", "WDT") or words[0].i != subject.left_edge.i or after >= len(token.doc):
        return None
    inserted = before > 0 and token.doc[before].text == "," and token.doc[after].text == ","
    return (verb, "parataxis") if inserted and token.head.dep_ in SUBJECTS and is_verbal(verb) else None


def _torn_subject(token: Token, lexicon: Lexicon) -> Head | None:
    """ "The mine, the owner told reporters, was closed": a noun torn off before a comma is the later verb's subject.

    So it is that of the verb of speech after an inserted clause: "Her lawyers, before they were silenced, said that".
    """
    verb, end = token.head, token.right_edge.i + 1
    if token.pos_ not in ("NOUN", "PROPN") or end >= verb.i or token.doc[end].text != ",":
        return None
    above, owned = verb.head, any(s.i > end for s in children(verb, *SUBJECTS) if s.i < verb.i)
    if verb.dep_ in ("ccomp", "advcl") and child(verb, "mark") is not None and above.lemma_ in lexicon.speech:
        alone = verb.i < above.i and child(above, *SUBJECTS) is None and owned
        if alone:
            attach(verb, above, "advcl")
        return (above, "nsubj") if alone else None
    if verb.lemma_ not in lexicon.speech or not owned:
        return None
    later = next((c for c in children(verb, "ccomp", "conj") if c.i > verb.i), None)
    if later is None or child(later, "mark", "cc", *SUBJECTS) or token.doc[later.left_edge.i - 1].text != ",":
        return None
    attach(later, verb, "ccomp")
    return (later, "nsubjpass" if child(later, "auxpass") is not None else "nsubj")


def _content_before_semicolon(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Media said the visit was off; neither side would confirm it": what is said ends at the semicolon."""
    later, above = token.head, token.head.head
    if later.dep_ != "ccomp" or not above.i < token.i < later.i or above.lemma_ not in lexicon.speech:
        return None
    parted = any(t.text == ";" for t in token.doc[token.i : later.i])
    if not parted or child(later, *SUBJECTS) is None or child(token, *SUBJECTS) is None:
        return None
    attach(later, above, "conj")
    return (above, "ccomp")


def _report_after_report(token: Token, lexicon: Lexicon) -> Head | None:
    """ "Seoul confirmed that he had left, but did not say why": after a comma who reports goes on to report."""
    reported = token.head
    if token.dep_ != "conj" or token.lemma_ not in lexicon.speech or child(token, *SUBJECTS) is not None:
        return None
    conjunction = child(reported, "cc")
    if reported.dep_ != "ccomp" or reported.head.lemma_ not in lexicon.speech or conjunction is None:
        return None
    tensed = child(token, "aux") is not None or token.tag_ in ("VBD", "VBZ", "VBP")
    return (reported.head, "conj") if tensed and token.doc[conjunction.i - 1].text == "," else None


def _uncoordinated_report(token: Token, lexicon: Lexicon) -> Head | None:
    """ "They estimated by 2050, demand would rise": with no conjunction what follows is what is said."""
    verb = token.head
    if token.dep_ != "conj" or verb.lemma_ not in lexicon.speech or child(token, *SUBJECTS) is None:
        return None
    if child(verb, "ccomp", "xcomp", *OBJECTS) is not None or not verb.i < token.left_edge.i:
        return None
    modal = any(c.lower_ == "would" for c in children(token, "aux"))
    return (verb, "ccomp") if modal and child(verb, "cc") is None else None


ATTACHMENTS: Mapping[str, tuple[Repair, ...]] = {
    "acl": (_participle_of_picture, _participle_of_person, _trailing_participle, content_of_report),
    "relcl": (_inserted_report, _participle_of_picture, _clause_on_date, _clause_on_noun, content_of_report),
    "advcl": (_stative_participle, _speech_participle),
    "prep": (_time_phrase_on_noun, _gerund_of_person),
    "conj": (_unlike_conjunct, _report_after_report, _uncoordinated_report),
    "ccomp": (_content_before_semicolon, _reduced_belief, content_of_report),
    "dep": (_torn_subject,),
    "appos": (_apposition_of_person,),
    "npadvmod": (_speaker_before_verb,),
    **dict.fromkeys(SUBJECTS, (_subject_of_auxiliary, _possessor_as_subject, _torn_subject)),
    "nsubj": (_subject_of_auxiliary, _possessor_as_subject, _subject_around_report, _torn_subject),
}

MAIN_PARTICIPLE: Mapping[str, tuple[Repair, ...]] = {"acl": (_finite_main_verb,)}
"""Asked before all others: it moves the root of a sentence."""
