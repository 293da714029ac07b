"""Clauses that would be told without what they are about, and objects whose label would be cut: "dubbed the war"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.clauses import Argument, ArgumentKind, Clause
from kg.clauses.finding import first_conjunct
from kg.clauses.syntax import QUOTES, SUBJECTS, child, children, has_child, is_infinitive, next_to
from kg.clauses.words import TROUBLE
from kg.model import Anchor, Certainty, Node, StatementRef, Value
from kg.statements.cues import weakest
from kg.statements.scene import LONGEST_GERUND, Scene
from kg.statements.slots import Slots, lemma
from kg.statements.stance import Stance
from kg.statements.targets import Target
from kg.statements.wording import wishes

WITNESSING = frozenset({"see", "witness"})
"""Verbs by which what cannot see only has something happen: "the vote saw the mayor lose"."""

STARTING = frozenset({"begin", "close", "conclude", "end", "finish", "open", "start"})
"""Verbs that with "by" and a gerund only tell when that is done."""

HARMING = frozenset({"kgo:Killing", "kgo:CasualtyReport"})
"""Classes of what a crash does to people, and not what crashed."""

ACTORS = ("kgo:Actor", "kgo:Person", "kgo:Group")
STRANDED = frozenset({"about", "against", "for", "of", "to", "with"})

JOINING = frozenset({"against", "between", "with"})
"""Prepositions that after an "of" phrase tell the other side: "a merger of the bank with its rival"."""

RANKS = frozenset({"first", "second", "third", "last", "latest", "next", "only", "sole"})
"""Words that single out one of those which a clause after the noun tells of."""

NTH = ("st", "nd", "rd", "th")

LONGEST_RANKED = 25
"""Tokens of a phrase with such a clause."""

LONGEST_NAME = 12
"""Tokens between the quotation marks of a name."""


def _is_naming(scene: Scene, verb: Token) -> bool:
    return scene.reader.cues.find("naming", lemma(verb)) is not None


def renamed(scene: Scene, clause: Clause, slots: Slots) -> Slots:
    """The slots of a clause; of a verb of naming with two objects the second is what the first is called."""
    objects = (*slots.of("indirect"), *slots.of("object"))
    if not _is_naming(scene, scene.doc[clause.verb]) or len(objects) != 2 or slots.of("complement") or clause.passive:
        return slots
    if scene.doc[objects[1].head].dep_ == "conj":
        return slots
    others = {slot: found for slot, found in slots.fillers.items() if slot not in ("indirect", "object")}
    return replace(slots, fillers={**others, "object": objects[:1], "complement": objects[1:]})


def given_name(scene: Scene, clause: Clause) -> tuple[Value, Anchor] | None:
    """The name between quotation marks that a verb of naming gives: 'dubbed the war "the last one"'."""
    doc = scene.doc
    if not (_is_naming(scene, doc[clause.verb]) or lemma(doc[clause.verb]) == "call") or clause.passive:
        return None
    end = scene.doc[clause.verb].sent.end
    marks = [t.i for t in doc[clause.verb : end] if t.text in QUOTES or t.text in ("``", "''")][:2]
    if len(marks) < 2 or not 1 < marks[1] - marks[0] <= LONGEST_NAME + 1:
        return None
    anchor = scene.parse.anchor(marks[0] + 1, marks[1] - 1)
    return Value(" ".join(anchor.text.split()).rstrip(" ,.;")), anchor


def is_cut_off(scene: Scene, clause: Clause, slots: Slots, targets: list[Target]) -> bool:
    """Whether a clause tells nothing by what is left of it."""
    verb = scene.doc[clause.verb]
    if _is_naming(scene, verb) and not any(slots.of(slot) for slot in ("complement", "as", "to")):
        return _lacks_name(scene, clause, slots)
    if lemma(verb) in STARTING and not targets and not clause.passive:
        return any(a.marker and scene.doc[a.marker[-1]].lower_ == "by" for a in clause.find(ArgumentKind.CLAUSAL))
    return _has_happen(scene, verb, slots, targets)


def _lacks_name(scene: Scene, clause: Clause, slots: Slots) -> bool:
    """Whether no name is given, or it was read as one phrase with what it is given to: 'the minister "Iron Anna"'."""
    name = given_name(scene, clause)
    objects = [scene.anchor(f.head) for f in slots.of("object")]
    return name is None or any(a.start < name[1].end and name[1].start < a.end for a in objects)


def _has_happen(scene: Scene, verb: Token, slots: Slots, targets: list[Target]) -> bool:
    """Whether a thing "sees" what only happens: the inner clause tells it."""
    subjects = slots.of("subject")
    if lemma(verb) not in WITNESSING or not subjects or any(scene.accepts(s.head, ACTORS) for s in subjects):
        return False
    if any(scene.doc[s.head].pos_ == "PRON" for s in subjects):
        return False
    done = (scene.doc[t.filled.head] for t in targets if t.filled is not None)
    return any(isinstance(t.reference, StatementRef) for t in targets) or any(has_child(noun, "acl") for noun in done)


def is_only_wished(scene: Scene, verb: Token) -> bool:
    """Whether a verb only says how its infinitive is meant: "would like to thank", "used to say"."""
    inner = child(verb, "xcomp")
    if inner is None or not is_infinitive(inner) or has_child(inner, *SUBJECTS):
        return False
    if verb.lower_ == "used" and next_to(verb).lower_ == "to" and not has_child(verb, "auxpass", "dobj"):
        return True
    return wishes(verb) and scene.reader.cues.find("performative", lemma(inner)) is not None


def is_tag(verb: Token) -> bool:
    """Whether what was read as a verb is a tag: "#StandTogether"."""
    return verb.text.startswith(("#", "@")) or (verb.i > 0 and verb.doc[verb.i - 1].text in ("#", "@"))


def is_stranded(scene: Scene, head: int) -> bool:
    """Whether a phrase goes on in a preposition whose noun stands before: "that we know the causes of".

    Or ends in an adjective cut from what it takes: "one of the few issues capable" of uniting them.
    """
    mention = scene.mention(head)
    last = scene.doc[mention.phrase_last] if mention is not None else scene.doc[head]
    if last.i > head and last.pos_ == "ADJ" and any(c.i > last.i for c in children(last, "prep", "xcomp")):
        return getattr(scene.node(head), "label", "").lower().endswith(f" {last.lower_}")
    after = children(scene.doc[head], "prep")
    return any(p.lower_ in STRANDED and p.i > head and not has_child(p) for p in after)


def _of_owner(scene: Scene, clause: Clause) -> Clause:
    """The clause; what "the army's task is to do" the army is to do, and where nobody's task it is, nobody."""
    noun = _aim_of(scene, clause)
    if noun is None or all(s.head != noun.i for s in clause.subjects):
        return clause
    of = next((p for p in children(noun, "prep") if p.lower_ == "of"), None)
    owner = child(noun, "poss") or (child(of, "pobj") if of is not None else None)
    known = owner is not None and scene.accepts(owner.i, ACTORS)
    owners = [replace(s, head=owner.i) for s in clause.subjects if s.head == noun.i and owner is not None and known]
    return replace(clause, subjects=tuple(owners))


def _aim_of(scene: Scene, clause: Clause) -> Token | None:
    """The noun of an aim or task that is told to be what a clause says: "the aim is to build a port"."""
    verb = first_conjunct(scene.doc[clause.verb])
    if verb.dep_ not in ("xcomp", "ccomp", "advcl") or verb.head.lemma_ != "be" or not is_infinitive(verb):
        return None
    noun = child(verb.head, "nsubj")
    if noun is None or noun.pos_ != "NOUN":
        return None
    aims = (
        scene.reader.cues.find("aim", lemma(noun)) is not None
        or scene.reader.cues.governor(lemma(noun), "infinitive", noun=True) is not None
    )
    return noun if aims and not scene.accepts(noun.i, ACTORS) else None


def only_aimed(scene: Scene, clause: Clause, stance: Stance) -> Stance:
    """The stance of a clause; what is only somebody's aim need not come."""
    if _aim_of(scene, clause) is None:
        return stance
    return replace(stance, certainty=weakest(stance.certainty, Certainty.POSSIBLE))


def _is_of(scene: Scene, argument: Argument) -> bool:
    return bool(argument.marker) and scene.doc[argument.marker[-1]].lower_ == "of" and len(argument.marker) == 1


def fill_in(scene: Scene, head: int) -> None:
    """Tell a phrase with all that it is of: "the joining of trade with science", "the risk of flooding the plain".

    Names, events, what is named elsewhere too, and phrases too long for a name stay as they are.
    """
    noun, chain = scene.doc[head], scene.chain(head)
    if noun.pos_ != "NOUN" or scene.is_event(head) or (chain is not None and len(chain.mentions) > 1):
        return
    last, told = _last_of(noun), getattr(scene.node(head), "label", "").split()
    if last is not None and last.right_edge.i - head <= LONGEST_GERUND and last.right_edge.text not in told:
        scene.enlarge(head, last.right_edge.i)


def _last_of(noun: Token) -> Token | None:
    """The gerund or preposition with which a noun that is of something ends, None where it ends by itself."""
    doing = child(noun, "acl") if lemma(noun) in TROUBLE else None
    if doing is not None and doing.tag_ == "VBG" and doing.left_edge.i == noun.i + 1:
        return doing
    of = next((p for p in children(noun, "prep") if p.lower_ == "of"), None)
    gerund = child(of, "pcomp") if of is not None else None
    if of is None or (gerund is not None and gerund.tag_ == "VBG"):
        return gerund
    others = [p for p in children(noun, "prep") if p.lower_ in JOINING and p.i > of.i and has_child(p, "pobj")]
    return others[-1] if others else None


def phrase_node(scene: Scene, head: int, last: int) -> Node | None:
    """A node of its own for a phrase from its first word to a later token, without article and end mark."""
    mention = scene.mention(head)
    first = min(mention.phrase_first if mention is not None else head, scene.doc[head].left_edge.i)
    while last > head and scene.doc[last].is_punct:
        last -= 1
    anchor = scene.parse.anchor(head, last, first, last)
    words = scene.parse.document.text[anchor.phrase_start : anchor.phrase_end].split()
    label = " ".join(words[1:] if words[0].lower() in ("a", "an", "the", "any", "no") else words)
    start = anchor.phrase_start if last == head else anchor.start  # the noun alone is another node
    return Node(f"@{start}-{anchor.end}", label, "Thing")


def lifted(scene: Scene, clause: Clause) -> Clause:
    """The clause; what is said to kill of "the crash of a plane that killed two" is the crash.

    An "of" phrase after the subject is the subject's: "Anna Berg, of Leeds, was found guilty of theft".
    """
    clause = _of_owner(scene, clause)
    verb = scene.doc[clause.verb]
    before = [s.head for s in clause.subjects if s.head < clause.verb]
    kept = tuple(a for a in clause.arguments if not (before and _is_of(scene, a) and before[0] < a.head < verb.i))
    clause = replace(clause, arguments=kept) if len(kept) < len(clause.arguments) else clause
    noun = verb.head
    if verb.dep_ != "relcl" or noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "involving"):
        return clause
    event = noun.head.head
    harms = any(frame.cls in HARMING for frame in scene.frames.of_verb(lemma(verb)))
    if not harms or scene.accepts(noun.i, ACTORS) or not scene.is_event(event.i):
        return clause
    subjects = tuple(replace(s, head=event.i) if s.head == noun.i else s for s in clause.subjects)
    return replace(clause, subjects=subjects)


def ranked(scene: Scene, head: int) -> Node | None:
    """A complement with the clause that tells among whom it is first or most: "the longest bridge to be built there".

    None of any other phrase, of one that has its clause in it, and of one longer than a name.
    """
    noun, mention = scene.doc[head], scene.mention(head)
    clause = _ranking_clause(noun)
    if clause is None or clause.text in getattr(scene.node(head), "label", "").split():
        return None
    first = mention.phrase_first if mention is not None else noun.left_edge.i
    anchor = scene.parse.anchor(head, clause.right_edge.i, first, clause.right_edge.i)
    words = scene.parse.document.text[anchor.phrase_start : anchor.phrase_end].rstrip(" ,.;:").split()
    label = " ".join(words[1:] if words[0].lower() in ("a", "an", "the") else words)
    return Node(f"@{anchor.start}-{anchor.end}", label, "Thing") if len(words) <= LONGEST_RANKED else None


def _ranking_clause(noun: Token) -> Token | None:
    """The infinitive or relative clause right after a noun that is the first, last, only or most of its kind."""
    modifiers = children(noun, "amod", "nummod", "det")
    if noun.pos_ != "NOUN" or not any(is_rank(c) for c in modifiers):
        return None
    after = (c for c in children(noun, "relcl", "acl") if c.left_edge.i == noun.right_edge.i + 1 or c.i > noun.i)
    return next((c for c in after if c.doc[c.left_edge.i - 1].text not in (",", "-", "–", "—", "(")), None)


def is_rank(word: Token) -> bool:
    """Whether a word puts a thing at its place among others: "largest", "first", "140th"."""
    counted = word.lower_[:1].isdigit() and word.lower_.endswith(NTH)
    return counted or word.lower_ in RANKS or word.lower_ in NTH or word.tag_ == "JJS"
