"""Clauses whose content stands elsewhere or is lost: "has plans", "is willing", "said in a statement", "supports"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.clauses import ArgumentKind, Clause
from kg.clauses.subjects import NUMBER_NOUNS
from kg.clauses.syntax import child, children, has_child, is_infinitive, next_to
from kg.clauses.words import TROUBLE
from kg.mentions.words import HYPHENS, TIME_NOUNS
from kg.model import Anchor, MentionKind, Mood, Node, Value
from kg.ontology import Frame
from kg.statements.cut_off import phrase_node
from kg.statements.implications import serves
from kg.statements.scene import LONGEST_GERUND, Scene
from kg.statements.slots import Slots, lemma
from kg.statements.targets import Refer, Target

LIGHT = frozenset({"do", "face", "find", "get", "give", "have", "keep", "make", "show", "take"})
"""Verbs that say next to nothing beside a noun with its own clause ("has plans to", "shows a willingness to")."""

TOPICAL = frozenset({"about", "against", "for", "of", "on", "to", "with"})
"""Prepositions after which a verb of saying tells what is said, or to whom."""

TAKING_SIDES = frozenset({"defence", "defense", "favor", "favour", "support"})
"""Nouns that with "in" and "of" tell on whose side a verb of saying is: "ruled in favour of the tenants"."""

EFFORTS = frozenset({"attempt", "bid", "campaign", "drive", "effort", "move", "push", "struggle", "work"})
"""Nouns of what one does for an end: they may be led or supported themselves."""

SPATIAL = frozenset({"from", "in", "into", "subject", "to"})
"""Slots beside the object of verbs that do without: one can "leave" or "resign"."""

QUANTIFIERS = frozenset(
    {"all", "another", "any", "both", "each", "either", "enough", "few", "first", "former", "half", "last", "latest",
     "latter", "less", "many", "more", "most", "much", "next", "one", "ones", "only", "others", "same", "second",
     "several", "some", "such", "these", "third", "those"}
)  # fmt: skip
"""Words that without a noun or an "of" phrase name nobody a reader could find."""


SHELLS = frozenset(
    {"aspect", "case", "circumstance", "fact", "factor", "instance", "issue", "matter", "point", "problem", "reason",
     "respect", "situation", "statement", "subject", "thing", "topic", "way"}
)  # fmt: skip
"""Nouns that only stand for what was said before."""

POINTING = frozenset({"this", "that", "these", "those", "such"})

HANDING_OVER = frozenset({"award", "bring", "give", "grant", "hand", "lend", "offer", "pay", "promise", "sell", "send"})
"""Verbs with two objects: to whom, and what."""

ORDINALS = frozenset({"first", "last", "latest", "next", "only", "same", "second", "third"})

LOOSE = frozenset({"about", "almost", "approximately", "barely", "hardly", "nearly", "partly", "practically", "roughly",
                   "scarcely", "virtually"})  # fmt: skip

LONGEST_PHRASE = 40
"""Tokens of a phrase that is asked whether it is two."""

SHARES = frozenset({"all", "every", "everybody", "everyone", "everything", "many", "much", "each"})
"""Words for a share that "not" before them makes smaller: "not all of the claims"."""


REMADE = frozenset({"next", "redesigned", "revamped", "revised", "refreshed", "upcoming", "forthcoming"})
MADE_OF = frozenset({"based", "powered", "driven", "generation"})
"""Words before a product's name that mean another model than the one of the name: "a new hydrogen-powered Corolla"."""

BOUNDING = frozenset({"when", "until", "till", "before", "while"})
"""Conjunctions of a clause that a denial is about: "was not told until he left"."""

ANAPHORS = frozenset({"it", "them", "this", "that", "these", "those"})

TIDINGS = frozenset({
    "announcement", "comment", "decision", "development", "disclosure", "move", "news", "remark", "report",
    "revelation", "statement", "step", "warning",
})  # fmt: skip
"""Nouns for what was told before: that they "come" tells nothing without when or after what."""

ARRIVING = frozenset({"arrive", "come", "emerge", "follow"})

NEEDY = frozenset({"bring", "cause", "contain", "do", "have", "include", "let", "make", "put"})
"""Verbs that say nothing without their object: "done on the boat" of "the work done on the boat"."""


def is_quantifier(scene: Scene, head: int) -> bool:
    """Whether a phrase is only a quantifier that neither its own words nor the article explain."""
    token, chain = scene.doc[head], scene.chain(head)
    if token.lower_ in ORDINALS and chain is not None and " " not in chain.label:
        return True  # "rolled out the first that was sold": what tells which one is no part of its name
    explained = any(c.dep_ not in ("det", "cc", "conj", "punct", "advmod", "preconj") for c in token.children)
    return token.lower_ in QUANTIFIERS and not explained and (chain is None or len(chain.mentions) == 1)


ASKING = frozenset({"WRB", "WDT", "WP"})


def is_asked(scene: Scene, head: int) -> bool:
    """Whether a phrase is what is asked for, or part of another: "how many people", "which bank", "some of which"."""
    mention = scene.mention(head)
    first = scene.doc[mention.phrase_first if mention is not None else scene.doc[head].left_edge.i]
    of = next((p for p in children(scene.doc[head], "prep") if p.lower_ == "of"), None)
    part = child(of, "pobj") if of is not None else None
    if part is not None and part.tag_ in ASKING:
        return True
    return first.i < head and first.tag_ in ASKING and first.lower_ in ("how", "what", "which")


def is_loosened(scene: Scene, head: int) -> bool:
    """Whether a word before a phrase makes it less or more than the phrase says: "almost the same size"."""
    mention = scene.mention(head)
    first = mention.phrase_first if mention is not None else scene.doc[head].left_edge.i
    before = scene.doc[first - 1] if first else None
    loose = before is not None and before.lower_ in LOOSE and before.pos_ == "ADV"
    return loose and scene.quantity(head) is None


def is_glued(scene: Scene, head: int) -> bool:
    """Whether two phrases were read as one: "owners of the phone a free case"."""
    return _seam(scene, head) is not None


def second_of_two(scene: Scene, clause: Clause, head: int) -> Node | None:
    """What is given, where it was read as one phrase with whom it is given to: "a free case"; None where none is."""
    seam, mention = _seam(scene, head), scene.mention(head)
    if seam is None or mention is None or lemma(scene.doc[clause.verb]) not in HANDING_OVER:
        return None
    anchor = scene.parse.anchor(seam, mention.phrase_last)
    words = " ".join(anchor.text.split()).partition(" ")[2]
    return Node(f"@{anchor.start}-{anchor.end}", words, "Thing")


def singled_out(scene: Scene, head: int) -> Node | None:
    """What is only "the first" or "the last" with the clause that tells which one; None of any other phrase."""
    token = scene.doc[head]
    clause = child(token, "relcl", "acl") if token.lower_ in ORDINALS else None
    if clause is None or clause.left_edge.i != head + 1 or clause.right_edge.i - head > LONGEST_GERUND:
        return None
    anchor = scene.parse.anchor(head, clause.right_edge.i)
    return Node(f"@{anchor.start}-{anchor.end}", " ".join(anchor.text.split()), "Thing")


def restricted(scene: Scene, head: int) -> Node | None:
    """What is meant with the clause that tells which: "music branded with an apple"; None of any other phrase.

    What is denied of these few is not denied of all.
    """
    token, mention = scene.doc[head], scene.mention(head)
    named = mention is not None and mention.mention.kind is MentionKind.NAME
    if token.pos_ != "NOUN" or named or content(scene, head) is not None:
        return None
    clause = next((c for noun in of_chain(token) for c in children(noun, "acl", "relcl") if _restricts(c)), None)
    if clause is None:
        told = getattr(scene.node(head), "label", "").split()
        return phrase_node(scene, head, head) if any(c.text not in told for c in children(token, "amod")) else None
    return phrase_node(scene, head, clause.right_edge.i) if clause.right_edge.i - head <= LONGEST_GERUND else None


def of_chain(noun: Token) -> Iterator[Token]:
    """A noun and those after its "of": "number", "aircraft"."""
    found: Token | None = noun
    while found is not None:
        yield found
        of = next((p for p in children(found, "prep") if p.lower_ == "of"), None)
        found = child(of, "pobj") if of is not None else None


def _restricts(clause: Token) -> bool:
    """Whether a clause right after a noun tells which of many: "music branded with an apple"."""
    noun = clause.head
    definite = has_child(noun, "poss") or any(c.lower_ in ("the", *POINTING) for c in children(noun, "det"))
    return clause.left_edge.i == noun.i + 1 and not definite and not is_infinitive(clause)


def _seam(scene: Scene, head: int) -> int | None:
    """The article at which a second noun phrase begins within the phrase of this head, or None."""
    mention = scene.mention(head)
    if mention is None or mention.phrase_last - mention.phrase_first > LONGEST_PHRASE:
        return None
    inside = scene.doc[mention.phrase_first + 1 : mention.phrase_last]
    articles = (t for t in inside if t.lower_ in ("a", "an", "the") and t.tag_ == "DT" and not scene.is_time(t.i))
    fits = (
        t for t in articles if next_to(t, -1).pos_ in ("NOUN", "PROPN", "NUM") and next_to(t).lemma_ not in TIME_NOUNS
    )
    found = next(fits, None)
    return found.i if found is not None else None


def is_pointer(scene: Scene, head: int) -> bool:
    """Whether a phrase only points back at what was said, and nothing tells at what: "this fact", "that reason"."""
    token, chain = scene.doc[head], scene.chain(head)
    points = any(c.lower_ in POINTING for c in children(token, "det"))
    described = any(c.dep_ not in ("det", "cc", "conj", "punct") for c in token.children)
    return points and lemma(token) in SHELLS and not described and (chain is None or len(chain.mentions) == 1)


def is_denied_share(scene: Scene, head: int) -> bool:
    """Whether a phrase is "not all of" something and its label no longer says so."""
    mention, edge = scene.mention(head), scene.doc[head].left_edge.i
    first = min(edge, mention.phrase_first) if mention is not None else edge
    first -= first > 0 and scene.doc[first - 1].lower_ == "not"
    if scene.doc[first].lower_ != "not" or next_to(scene.doc[first]).lower_ not in SHARES:
        return False
    node = scene.node(head)
    return isinstance(node, Value) or not node.label.lower().startswith("not ")


def content(scene: Scene, head: int, *, light: bool = False) -> Token | None:
    """The predicate of the clause that a noun is about ("plans to expand", "the fact that it burned"), or None.

    What is a thing of its own besides keeps its place, "a contract to supply planes" is signed, except after a verb
    that adds nothing to it (`light`): "made the decision to leave".
    """
    cues, noun = scene.reader.cues, scene.doc[head]
    if scene.cls(head) != "kgo:Thing" and not (light and scene.is_event(head)):
        return None
    for inner in children(noun, "acl", "ccomp", "xcomp"):
        marks = {c.lower_ for c in children(inner, "aux", "mark")}
        kinds = ("infinitive",) if "to" in marks else ("clause",) if "that" in marks else ("gerund", "participle")
        if any(cues.governor(lemma(noun), kind, noun=True) for kind in kinds):
            return inner
    return None


def filled_out(scene: Scene, clause: Clause, targets: list[Target], refer: Refer) -> list[Target] | None:
    """The targets with what a noun is about in place of the noun: "stressed the need to learn" stresses to learn.

    None where the verb adds nothing to it, or where it is not told: then the clause tells nothing.
    """
    found = []
    for target in targets:
        is_light = lemma(scene.doc[clause.verb]) in LIGHT
        about = content(scene, target.filled.head, light=is_light) if target.filled and not target.marker else None
        reference = refer(about.i) if about is not None else None
        if about is None or (not is_light and lemma(about.head) in EFFORTS | TROUBLE):
            found.append(target)
        elif reference is not None and not is_light:
            found.append(Target(target.filled, reference=reference))
    return found if found or not targets else None


def remade(scene: Scene, head: int) -> Node | None:
    """A product told by what sets it apart from the one of its name: "new diesel-based Corolla"; None of any other."""
    mention = scene.mention(head)
    named = mention is not None and mention.mention.kind is MentionKind.NAME
    if mention is None or not named or not scene.accepts(head, ("kgo:Product",)):
        return None
    before = [c for c in children(scene.doc[head], "amod", "compound") if c.i < mention.first]
    apart = (c.lower_ in REMADE or (c.lower_ in MADE_OF and c.i and next_to(c, -1).text in HYPHENS) for c in before)
    anchor = scene.anchor(head)
    return Node(f"@{anchor.start}-{anchor.end}", scene.phrase(head), "Product") if any(apart) else None


def bound_of_denial(scene: Scene, clause: Clause) -> tuple[str, Anchor] | None:
    """What a denial is about, by its conjunction: "when he left" of "was not told when he left"; None of others."""
    verb = scene.doc[clause.verb]
    if child(verb, "neg") is None:
        return None
    for inner in children(verb, "advcl"):
        word = next((c for c in children(inner, "mark", "advmod") if c.lower_ in BOUNDING), None)
        if word is not None and word.i < inner.right_edge.i:
            last = inner.right_edge.i - (inner.right_edge.is_punct and inner.right_edge.i > word.i + 1)
            return str(word.lower_), scene.parse.anchor(word.i + 1, last)
    return None


def resolved(scene: Scene, head: int) -> Node | None:
    """A phrase with the name that the pronoun in it stands for: "details of the ship"; None of any other."""
    pronoun = _pronoun_within(scene, head)
    mention, chain = scene.mention(head), scene.chain(pronoun.i) if pronoun is not None else None
    if pronoun is None or mention is None or chain is None or len(chain.mentions) < 2:
        return None
    anchor = scene.parse.anchor(head, pronoun.i)
    before = scene.parse.anchor(mention.phrase_first, pronoun.i - 1)
    return Node(f"@{anchor.start}-{anchor.end}", f"{_unarticled(before.text)} {chain.label}", "Thing")


def _unarticled(text: str) -> str:
    words = text.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("a", "an", "the") else words)


def names_by_pronoun(scene: Scene, head: int) -> bool:
    """Whether a phrase tells what it is of only by a pronoun: "details of it"."""
    return _pronoun_within(scene, head) is not None


def _pronoun_within(scene: Scene, head: int) -> Token | None:
    noun = scene.doc[head]
    if noun.pos_ != "NOUN" or noun.lower_ in QUANTIFIERS | NUMBER_NOUNS or has_child(noun, "nummod"):
        return None
    of = next((p for p in children(noun, "prep") if p.lower_ == "of"), None)
    found = child(of, "pobj") if of is not None else None
    bare = found is not None and found.lower_ in ANAPHORS and not any(True for _ in found.children)
    return found if bare else None


def is_hollow(scene: Scene, clause: Clause, slots: Slots, targets: list[Target]) -> bool:
    """Whether a clause tells only how another is meant, or that one spoke: "is willing to", "said on Friday"."""
    verb = scene.doc[clause.verb]
    if not targets and (slots.of("object") if not clause.passive else slots.of("complement")):
        return True  # its object is no more than a "what" or "that"
    if clause.passive and not clause.subjects and not targets:
        return True  # "as defined by law": nobody is told what
    if lemma(verb) == "be" and any(_is_whose_name(s) for s in children(verb, "nsubj")):
        return True  # "whose real name is X": X is another name of the one before
    if not targets and child(verb, "ccomp") is not None and not clause.passive:
        return True  # "ensures that ...", of which nothing is told
    if not clause.passive and _is_light(scene, clause, slots, targets):
        return True
    adjective = child(verb, "acomp", "oprd")
    if adjective is not None and child(adjective, "xcomp") is not None and lemma(verb) == "be":
        cue = scene.reader.cues.governor(lemma(adjective), "infinitive")
        return cue is not None and not (cue.mood is Mood.DEONTIC and serves(verb))
    speaks = scene.reader.cues.is_speech(lemma(verb)) and not any(scene.is_event(s.head) for s in slots.of("subject"))
    if clause.passive or not speaks or child(verb, "neg") is not None:
        return False
    return not targets or all(t.marker and not _is_topical(scene, t) for t in targets)


def _is_whose_name(subject: Token) -> bool:
    return subject.lower_ == "name" and any(t.lower_ == "whose" for t in subject.children)


def _is_topical(scene: Scene, target: Target) -> bool:
    """Whether an object after a preposition tells what a verb of saying says, or for whom."""
    side = target.filled is not None and scene.doc[target.filled.head].lower_ in TAKING_SIDES
    return side or scene.doc[target.marker[-1]].lower_ in TOPICAL


def _is_light(scene: Scene, clause: Clause, slots: Slots, targets: list[Target]) -> bool:
    """Whether a verb without what it needs, or one that says of tidings only that there are some, says nothing."""
    verb = lemma(scene.doc[clause.worded])
    told = {lemma(scene.doc[f.head]) for f in slots.of("subject")}
    if verb in ARRIVING and told and told <= TIDINGS and not targets:
        return scene.time(clause.verb, future=False) is None
    if any(_is_cut_comparison(scene.doc[t.filled.head]) for t in targets if t.filled is not None):
        return True
    direct = slots.of("object") or slots.of("complement") or any(not t.marker for t in targets)
    return verb in NEEDY and bool(targets) and not direct


def _is_cut_comparison(word: Token) -> bool:
    """Whether "twice as fast" is told without what it is as fast as."""
    opens = any(c.lower_ == "as" and c.i < word.i for c in children(word, "advmod"))
    times = any(c.dep_ in ("advmod", "npadvmod", "nummod") and c.lower_ != "as" and c.i < word.i for c in word.children)
    return word.pos_ in ("ADJ", "ADV") and opens and (times or not has_child(word, "prep", "advcl", "ccomp"))


def lacks_object(scene: Scene, clause: Clause, slots: Slots, targets: list[Target]) -> bool:
    """Whether a verb that every frame knows with an object has none: nobody "supports" nobody.

    What has a time or place says at least that; "the army attacked on Friday".
    """
    if targets or clause.passive or slots.of("object") or scene.time(clause.verb, future=False) is not None:
        return False
    frames = scene.frames.of_verb(*slots.keys)
    known = bool(frames) and all(_needs_object(frame) for frame in frames)
    return known and not clause.find(ArgumentKind.PREPOSITIONAL)


def _needs_object(frame: Frame) -> bool:
    slots = [frame.roles.get(role, ()) for role in frame.require]
    return any("object" in one and not SPATIAL & set(one) for one in slots)
