"""One parsed document with everything that is known of its tokens: the working paper of the statement stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from kg.clauses.syntax import has_child, noun_phrase, sentence_bounds
from kg.entities.chains import Chain
from kg.entities.quotes import Quotations, read_quotations
from kg.mentions import TokenMention
from kg.model import Anchor, Filler, MentionKind, Node, Quantity, Time, Value
from kg.parsing import Parse
from kg.statements.dating import Dates, counted_from, find_dates, goal_of, is_arranged, is_intended, looks_ahead
from kg.statements.knowledge import Knowledge
from kg.statements.quantities import QuantityMention, find_quantities
from kg.statements.stance import StanceReader
from kg.statements.times import TimeMention, find_times, resolve
from kg.statements.times.readings import Vague

EVENT = "kgo:Event"
POST = "kgo:Post"
PERSON = "kgo:Person"

NO_DAY = "XXXX-XX-XX"
"""What TIMEX3 writes for an unknown day before a time of day."""

LONGEST_GERUND = 15
"""Tokens of a gerund with its objects that still read as a name for what is done."""


class Scene:
    """What is known of each token of a document: its mention and chain, the time and quantity it belongs to."""

    def __init__(
        self,
        parse: Parse,
        mentions: Sequence[TokenMention],
        chains: Sequence[Chain],
        knowledge: Knowledge,
        quotations: Quotations | None = None,
    ) -> None:
        self.parse = parse
        self.doc = parse.doc
        self.ontology = knowledge.ontology
        self.frames = knowledge.frames
        told = quotations or read_quotations(parse, knowledge.ontology)
        self.reader = StanceReader(parse.doc, knowledge.cues, told)
        self.chains = {chain.number: chain for chain in chains}
        self._mention = {m.head: m for m in mentions}
        self._chain_of = {head: chain for chain in chains for head in chain.heads}
        self._inside = _inside(mentions)
        self._sentences: dict[int, Anchor] = {}
        self.joined: dict[int, int] = {}
        """Members of lists that are told as one -> the last of each list."""
        self.telling = -1
        """The predicate whose clause is being told."""
        self._wholes: dict[int, tuple[Anchor, int]] = {}
        times = find_times(parse)
        self._dates = find_dates(parse, self.is_event, times=times)
        self._days = _days(self._dates)
        self._amounts = find_quantities(parse, times=times)
        self._quantities = _quantities_by_token(self._amounts)

    # ------------------------------------------------------------ nodes

    def join(self, members: Sequence[Token], first: int, last: int) -> None:
        """Tell these coordinated nouns as one phrase, from token `first` to `last`, wherever one of them is told.

        What a predicate within the phrase says of them it says of the bare noun.
        """
        head = members[-1].i
        self.joined.update((member.i, head) for member in members)
        self._wholes[head] = (self.parse.anchor(first, last, first, last), last)

    def enlarge(self, head: int, last: int) -> None:
        """Tell a noun with all its words up to a later token, wherever it is told."""
        mention = self.mention(head)
        first = min(mention.phrase_first if mention is not None else head, self.doc[head].left_edge.i)
        while last > head and self.doc[last].is_punct:
            last -= 1
        self._wholes.setdefault(head, (self.parse.anchor(head, last, first, last), last))

    def _is_whole(self, head: int) -> bool:
        return head in self._wholes and not head < self.telling <= self._wholes[head][1]

    def mention(self, head: int) -> TokenMention | None:
        """The mention whose head is this token, or within whose name it stands."""
        found = self._mention.get(head)
        if found is None and head in self._inside:
            found = self._mention.get(self._inside[head])
        return found

    def chain(self, head: int) -> Chain | None:
        """The chain of the mention at this token."""
        mention = self.mention(head)
        return self._chain_of.get(mention.head) if mention is not None else None

    def node(self, head: int) -> Node | Value:
        """What fills a slot whose head is this token: the chain's node, a node of its own, or the words themselves."""
        chain = self.chain(head)
        if self._is_whole(head):
            return self._whole(head, chain)
        if chain is not None:
            return Node(f"#{chain.number}", chain.label, chain.type)
        anchor = self.anchor(head)
        token = self.doc[head]
        if token.pos_ in ("NOUN", "PROPN", "PRON") or token.tag_ == "VBG":
            return Node(f"@{anchor.start}-{anchor.end}", self.phrase(head), "Thing")
        return Value(" ".join(self.parse.document.text[anchor.phrase_start : anchor.phrase_end].split()))

    def _whole(self, head: int, chain: Chain | None) -> Node | Value:
        """What is told as one phrase; an amount as its words."""
        anchor, mention = self._wholes[head][0], self.mention(head)
        if head in self._quantities and self._quantities[head].head == head:
            return Value(self.phrase(head))
        named = mention is not None and mention.mention.kind is MentionKind.NAME
        kind = chain.type if chain is not None and not named and chain.type != "Event" else "Thing"
        return Node(f"@{anchor.phrase_start}-{anchor.phrase_end}", self.phrase(head), kind)

    def anchor(self, head: int) -> Anchor:
        """Where the phrase with this head stands."""
        if self._is_whole(head):
            return self._wholes[head][0]
        mention = self.mention(head)
        if mention is not None:
            return mention.mention.anchor
        token = self.doc[head]
        if token.tag_ == "VBG":
            last = _end_of_gerund(token)
            return self.parse.anchor(head, last, head, last)
        first, last = noun_phrase(token)
        begin = head if any(c.isalnum() for c in token.text) else first  # "70%" is no "%"
        if token.pos_ == "ADJ" and head + 1 < len(self.doc) and self.doc[head + 1].lower_ == "enough":
            last = max(last, head + 1)  # "not efficient enough" is less than "not efficient"
        return self.parse.anchor(begin, head, first, last)

    def phrase(self, head: int) -> str:
        """The words of the phrase with this head, without its article: "largest bank in Spain"."""
        anchor = self.anchor(head)
        words = self.parse.document.text[anchor.phrase_start : anchor.phrase_end].split()
        return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("a", "an", "the") else words)

    def words(self, filler: Filler | None) -> Anchor | None:
        """Where a node of its own words stands, by the offsets in its id ("@12-30"); None of anything else."""
        if not isinstance(filler, Node) or not filler.id.startswith("@"):
            return None
        start, _, end = filler.id[1:].partition("-")
        a, b = int(start), int(end)
        return Anchor(self.parse.document.id, a, b, a, b, self.parse.document.text[a:b])

    def cls(self, head: int) -> str:
        """The class of what stands at this token, kgo:Thing where nothing is known."""
        mention, chain = self.mention(head), self.chain(head)
        if chain is not None and chain.cls not in ("", "kgo:Thing"):
            return chain.cls
        return mention.cls if mention is not None and mention.cls else "kgo:Thing"

    def accepts(self, head: int, classes: tuple[str, ...]) -> bool:
        """Whether what stands at this token is one of these classes, by its own words or by its chain."""
        mention = self.mention(head)
        own = mention.cls if mention is not None else ""
        if POST in classes and self._is_office(head):
            return True
        return any(self.ontology.is_a(c, cls) for c in dict.fromkeys((self.cls(head), own)) if c for cls in classes)

    def _is_office(self, head: int) -> bool:
        """Whether an office is named as such: "elected chancellor", "named as the new head coach", no one's name."""
        token, mention = self.doc[head], self.mention(head)
        if token.lemma_.lower() not in self.ontology.offices:
            return False
        named = mention is not None and mention.mention.kind is MentionKind.NAME and mention.cls == PERSON
        titled = token.dep_ in ("attr", "oprd") or token.head.lower_ in ("as", "to", "for")
        return not named and (titled or not has_child(token, "det", "poss"))

    def is_event(self, head: int) -> bool:
        return self.accepts(head, (EVENT,))

    def sentence(self, token: int) -> Anchor:
        """Where the sentence of a token stands, made once: each statement quotes it."""
        first, end = sentence_bounds(self.doc[token])
        if first not in self._sentences:
            self._sentences[first] = self.parse.anchor(first, end - 1)
        return self._sentences[first]

    # ------------------------------------------------------------ times and quantities

    def time(self, owner: int, *, future: bool, past: bool = False) -> tuple[Time, Anchor] | None:
        """When the predicate or event noun at this token is, as told.

        In a clause of the `past` never after the day of publication, unless it was set for then.  None of what it is
        set for or put off to.
        """
        found = [m for m in self._dates.times.get(owner, ()) if not goal_of(self.doc, self.doc[owner], m)]
        return (self._resolved(found[0], owner, future=future, past=past), found[0].anchor) if found else None

    def further_times(self, owner: int, *, future: bool, past: bool = False) -> list[tuple[Time, Anchor]]:
        """What else is told of when the predicate at this token is: "on Tuesday at noon"; nothing as vague as "now"."""
        times = [m for m in self._dates.times.get(owner, ()) if not goal_of(self.doc, self.doc[owner], m)]
        found = [m for m in times[1:] if not isinstance(m.reading, Vague)]
        told = [(self._resolved(m, owner, future=future, past=past), m.anchor) for m in found]
        return [(replace(time, timex=time.timex and time.timex.removeprefix(NO_DAY)), anchor) for time, anchor in told]

    def goals(self, owner: int) -> list[tuple[str, Time, Anchor]]:
        """The times that the predicate at this token sets something for or puts it off to, with the preposition."""
        found = ((goal_of(self.doc, self.doc[owner], m), m) for m in self._dates.times.get(owner, ()))
        return [(word, self._resolved(m, owner, future=False, past=True), m.anchor) for word, m in found if word]

    def _resolved(self, mention: TimeMention, owner: int, *, future: bool, past: bool) -> Time:
        published, verb = self.parse.document.published, self.doc[owner]
        if looks_ahead(self.doc, verb, mention):
            return resolve(mention, published, future=True)
        if published is not None and is_intended(verb):
            either = (resolve(mention, published, future=ahead, past=not ahead) for ahead in (True, False))
            return min(either, key=lambda t: abs((t.earliest - published).days) if t.earliest else date.max.year * 366)
        return resolve(mention, published, future=future, past=past and not is_arranged(verb))

    def distance(self, predicate: int) -> tuple[Time, Anchor] | None:
        """How long before or after another time the predicate at this token is: "five years after its launch"."""
        found = self._dates.apart.get(predicate)
        return (found.time, found.anchor) if found is not None else None

    def origin(self, predicate: int) -> tuple[str, Anchor] | None:
        """The clause that this distance is counted from, with its word: "after", "launching it"; None of a noun."""
        found = self._dates.apart.get(predicate)
        clause = counted_from(self.doc, found) if found is not None else None
        if found is None or clause is None:
            return None
        first, last = found.last + 2, _end_of_gerund(clause)
        return self.doc[found.last + 1].lower_, self.parse.anchor(first, last, first, last)

    def description(self, noun: int) -> TimeMention | None:
        """The time that stands before a noun that is no event: "a 27-year contract"."""
        return self._dates.described.get(noun)

    def is_worded(self, token: int) -> bool:
        """Whether a token has a letter or digit, or a number as "%" has: a dash or bullet fills no slot."""
        word = self.doc[token]
        return any(c.isalnum() for c in word.text) or any(c.like_num for c in word.children)

    def is_time(self, token: int) -> bool:
        return token in self._dates.tokens

    def is_date(self, token: int) -> bool:
        """Whether it is in a date or time of day that dates something; a length ("four years") may fill a role."""
        return token in self._days

    def quantity(self, head: int) -> tuple[Quantity, Anchor] | None:
        """How many of what stands at this token."""
        found = self._quantities.get(head)
        return (found.quantity, found.anchor) if found is not None else None

    def counted(self) -> Sequence[QuantityMention]:
        """Every amount, in the order of the text."""
        return self._amounts

    def range_end(self, head: int) -> tuple[float, Anchor] | None:
        """The upper end of the range of how many of what stands at this token: 20 of "between 10 and 20 tents"."""
        found = self._quantities.get(head)
        return (found.upper, found.anchor) if found is not None and found.upper is not None else None


def _end_of_gerund(gerund: Token) -> int:
    """The last token of what is done: "improving air safety", not "improving"."""
    last = gerund.right_edge.i
    while last > gerund.i and (gerund.doc[last].is_punct or gerund.doc[last].is_space):
        last -= 1
    return int(last) if last - gerund.i < LONGEST_GERUND else gerund.i


def _inside(mentions: Sequence[TokenMention]) -> dict[int, int]:
    """Token -> head of the mention whose name or head it stands in."""
    return {i: m.head for m in mentions for i in range(m.first, m.last + 1) if i != m.head}


def _days(dates: Dates) -> frozenset[int]:
    """The tokens of the dates and times of day among the expressions that date something."""
    mentions = (m for found in dates.times.values() for m in found if m.time.timex_type in ("DATE", "TIME"))
    return frozenset(i for m in mentions for i in range(m.first, m.last + 1))


def _quantities_by_token(quantities: Sequence[QuantityMention]) -> dict[int, QuantityMention]:
    table: dict[int, QuantityMention] = {}
    for quantity in quantities:
        for i in range(quantity.first, quantity.last + 1):
            table.setdefault(i, quantity)
        table[quantity.head] = quantity
    return table
