"""One list of relations from what the model found and what the rules know better."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.attribution.acts import act_of
from onrecord.extraction.attribution.decoding import DecodedRelation
from onrecord.extraction.attribution.modality import is_coming, modality_of
from onrecord.extraction.attribution.openings import with_openings
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.attribution.candidates import is_listed, lexeme_of
from onrecord.extraction.attribution.supplements import nested, with_estimates
from onrecord.extraction.attribution.vetoes import is_vetoed
from onrecord.extraction.budget import budget_of
from onrecord.extraction.document import DATELINES, PARTS, text_of
from onrecord.extraction.encoder import Calibration
from onrecord.extraction.quotations import Quotation
from onrecord.extraction.ranges import CharRange, Neighbours, TokenRange, overlap, share, within
from onrecord.extraction.syntax import (
    FINITE_VERBS,
    NOMINAL_SUBJECTS,
    OBJECTS,
    dependent,
    dependents_behind,
    is_passive,
    is_trailing,
    phrase,
    stretch,
    subject,
    subject_phrase,
)

_TELLING = {"assure", "inform", "remind", "tell", "warn"}
_QUOTING = {"quote", "cite"}
# So much of the words of one content lies in another that is taken for the same.
_SAME = 0.5
# How likely a quotation that stands free in the next paragraph is its speaker's, if the relation before it is right.
_INHERITED = 0.9


def combine(
    doc: Doc,
    found: Sequence[DecodedRelation],
    hints: Sequence[Attribution],
    quotes: Sequence[Quotation],
    calibration: Calibration,
) -> list[Attribution]:
    """Return the relations of a document, in the order of their content.

    The model tells them. From the rules come the turns of transcripts, source and cue of a quotation for which the
    model sees none, whose a participle after a comma is, estimates ("put the crowd at 4,000"), and statements within
    statements, which it has never been shown.

    Args:
        doc: the document.
        found: what the model found.
        hints: what the rules found.
        quotes: the quotations of `doc`.
        calibration: how likely a relation of the model is right.
    """
    text = text_of(doc)
    found = [_behind_hearer(doc, one) for one in (_behind_dateline(doc, one) for one in found) if one.content]
    turns = [hint for hint in hints if hint.is_labelled(doc) and hint.source]
    told = [hint for hint in hints if not (hint.is_labelled(doc) and hint.source)]
    turned = Neighbours(
        (whole, [whole])
        for turn in turns
        if turn.source
        for whole in [CharRange(turn.source.start, turn.content[-1].end)]
    )
    contents = Neighbours((hint, hint.content) for hint in told)
    cues = Neighbours((hint, [hint.cue]) for hint in told if hint.cue)
    others = Neighbours((one, [*one.content, *([one.cue] if one.cue else [])]) for one in found)
    marks = Neighbours((quote, [quote.where]) for quote in quotes)
    combined = list(turns)
    check = budget_of(doc).check
    for one in found:
        check()
        own = _attribution(doc, one, marks, calibration)
        if one.cue is not None and _beyond_semicolon(text, own):
            own = replace(own, source=subject_phrase(_head(doc[slice(*one.cue)])))
        if one.cue is not None and (own.source is None or is_trailing(doc[one.cue.start])):
            own = replace(own, source=_parsed_source(doc, own, one.others, cues.near([own.cue] if own.cue else [])))
        if any(share(own.content, [whole]) for whole in turned.near(own.content)):
            continue
        if one.cue is None:
            borrowed = max(
                (hint for hint in contents.near(own.content) if hint.cue and share(own.content, hint.content) > _SAME),
                key=lambda hint: hint.confidence,
                default=None,
            )
            if borrowed is None:
                continue
            own = replace(borrowed, content=own.content)
        elif is_vetoed(
            own,
            _head(doc[slice(*one.cue)]),
            doc[one.content[0].start : one.content[-1].end],
            doc[slice(*one.source)] if one.source is not None else None,
            marks.near([_hull(own.content)]),
        ):
            continue
        else:
            own = _whole_clause(
                doc,
                _by_agent(doc, _as_quoted(doc, own)),
                cues,
                partial(_others, others, one),
            )
        combined += _parted(doc, own, marks)
    combined = with_openings(doc, with_estimates(doc, combined, told), quotes)
    combined += nested(doc, combined, told, quotes)
    return sorted(combined, key=lambda one: (one.content[0].start, -one.content[-1].end))


def _parted(doc: Doc, own: Attribution, quotes: Neighbours[Quotation]) -> list[Attribution]:
    """Return a relation and, as one that goes on from it, the quotations that stand free in later paragraphs.

    "Orlen said the ferry had left. / “We will publish the log.”": one reported, one quoted.
    """
    if own.cue is None or len(own.content) == 1:
        return [own]
    free = tuple(
        words
        for part in _parts_begun(doc, own.cue.end, own.content[-1].end)
        for words in own.content
        if part.start_char <= words.start < part.end_char
    )
    quoted = [any(within(words, q.where) and q.closed for q in quotes.near([words])) for words in free]
    near = tuple(words for words in own.content if words not in free)
    reported = not any(overlap(q.where, words) for words in near for q in quotes.near([words]))
    if not free or not near or not all(quoted) or not reported:
        return [own]
    following = replace(own, content=free, inherited=True, confidence=own.confidence * _INHERITED)
    return [replace(own, content=near), following]


def _behind_dateline(doc: Doc, found: DecodedRelation) -> DecodedRelation:
    """Return what was found without the dateline that a content or source begins with."""

    def behind(words: TokenRange) -> TokenRange | None:
        lines = doc.spans[DATELINES]
        number = bisect_right(lines, words.start, key=lambda line: line.start)
        line = lines[number - 1] if number else None
        end = line.end if line is not None and words.start < line.end else words.start
        return TokenRange(end, words.end) if end < words.end else None

    content = [rest for rest in map(behind, found.content) if rest]
    if found.cue is not None and behind(found.cue) is None:
        # The colon of "PORT VELA: Boats were banned, the mayor informed the council" told the model who spoke.
        verb = doc[slice(*found.content[0])].root.head
        teller = subject(verb) if is_listed(verb) else None
        source = TokenRange(teller.left_edge.i, teller.right_edge.i + 1) if teller is not None else None
        return replace(found, content=content, source=source, cue=TokenRange(verb.i, verb.i + 1) if source else None)
    return replace(found, content=content, source=found.source and behind(found.source))


def _behind_hearer(doc: Doc, found: DecodedRelation) -> DecodedRelation:
    """Return what was found without who is told it, where the content begins with them.

    "Told a meeting she saw no danger", "told the divers to come back": the model may take the meeting along.
    """
    if found.cue is None or not found.content or found.content[0].start != found.cue.end:
        return found
    start, end = found.content[0]
    verb = doc[found.cue.end - 1]
    hearer = next((c for c in dependents_behind(verb) if c.dep_ in OBJECTS and c.left_edge.i == start), None)
    if hearer is None or verb.lemma_ not in _TELLING or hearer.right_edge.i + 1 >= end:
        return found
    told = doc[hearer.right_edge.i + 1]
    clause = told.tag_ == "PRP" and told.dep_ in NOMINAL_SUBJECTS
    asked = told.tag_ == "TO" and told.head.dep_ == "xcomp" and told.head.head == verb
    return replace(found, content=[TokenRange(told.i, end), *found.content[1:]]) if clause or asked else found


def _as_quoted(doc: Doc, own: Attribution) -> Attribution:
    """Return a relation with who is quoted as its source, where the model took who quotes.

    "The quay was closed, a clerk was quoted by the paper as saying": the clerk says so.
    """
    cue = own.cue_in(doc)
    verb = cue.root if cue is not None and cue.root.lemma_ in _QUOTING else None
    quoted = dependent(verb, "nsubjpass") if verb is not None else None
    said = (
        next((child for child in dependents_behind(verb) if child.lower_ == "as"), None) if verb is not None else None
    )
    if quoted is None or said is None:
        return own
    source = phrase(quoted)
    content = tuple(words for words in own.content if not share([words], [source, phrase(said)]))
    return replace(own, source=source, content=content) if content else own


def _by_agent(doc: Doc, own: Attribution) -> Attribution:
    """Return a relation with the agent of its passive cue as source ("Lanta was accused by Sarn of spying")."""
    cue = own.cue_in(doc)
    verb = cue.root if cue is not None and is_listed(cue.root) and is_passive(cue.root) else None
    by = dependent(verb, "agent") if verb is not None and verb.lemma_ not in _QUOTING else None
    agent = dependent(by, "pobj") if by is not None else None
    if by is None or agent is None:
        return own
    text, source = text_of(doc), CharRange(doc[agent.left_edge.i].idx, _end_of_agent(agent))
    parts = [
        part
        for start, end in own.content
        for part in (CharRange(start, min(end, by.idx)), CharRange(max(start, source.end), end))
        if text[slice(*part)].strip()
    ]
    content = tuple(dict.fromkeys(_stripped(text, part) for part in parts))
    return replace(own, source=source, content=content) if content else own


def _end_of_agent(agent: Token) -> int:
    """Return where the words for an agent end: with others joined to it, and whose it is ("the head of the navy")."""
    last = max((agent, *agent.conjuncts), key=lambda token: token.i)
    of = next((child for child in dependents_behind(last) if child.i == last.i + 1 and child.lower_ == "of"), None)
    whose = dependent(of, "pobj") if of is not None else None
    last = whose if whose is not None else last
    return last.idx + len(last)


def _stripped(text: str, part: CharRange) -> CharRange:
    """Return a stretch of text without the space at its edges."""
    words = text[slice(*part)]
    return CharRange(part.end - len(words.lstrip()), part.start + len(words.rstrip()))


def _whole_clause(
    doc: Doc,
    own: Attribution,
    hints: Neighbours[Attribution],
    others: Callable[[Sequence[TokenRange]], Iterable[DecodedRelation]],
) -> Attribution:
    """Return a relation with the clause that the parse gives its cue, where the model took only the front of it.

    "The minister is expected to resign, two officials said": the model leaves out the cue in the clause, or what that
    tells, which it gives to that cue alone.
    """
    span = doc.char_span(*own.content[0], alignment_mode="expand")
    if span is None:
        return own
    bare = span.root.dep_ in NOMINAL_SUBJECTS and not any(token.tag_ in FINITE_VERBS for token in span)
    for hint in hints.near([own.cue] if own.cue else []):
        if hint.cue and own.cue and overlap(own.cue, hint.cue) and share(own.content, hint.content) == 1:
            whole = doc.char_span(hint.content[0].start, hint.content[-1].end, alignment_mode="expand")
            in_front = whole is not None and hint.content[-1].end <= hint.cue.start
            words = {token.i for token in whole or () if not token.is_punct}
            near = [TokenRange(whole.start, whole.end)] if whole is not None else []
            if bare or (in_front and words <= _content_tokens(doc, own, others(near))):
                return replace(own, content=hint.content)
    return own


def _content_tokens(doc: Doc, own: Attribution, others: Iterable[DecodedRelation]) -> set[int]:
    """Return the tokens of a relation's content, and of the contents and cues of others that have a cue."""
    told = {i for other in others if other.cue for start, end in (*other.content, other.cue) for i in range(start, end)}
    spans = (doc.char_span(start, end, alignment_mode="expand") for start, end in own.content)
    return told | {token.i for span in spans for token in span or ()}


def _beyond_semicolon(text: str, own: Attribution) -> bool:
    """Say whether a semicolon that is no part of what is said parts a cue from its source."""
    if own.cue is None or own.source is None:
        return False
    between = min(own.cue.end, own.source.end), max(own.cue.start, own.source.start)
    parted = [i for i in range(*between) if text[i] == ";"]
    return any(not any(start <= i < end for start, end in own.content) for i in parted)


def _others(
    found: Neighbours[DecodedRelation], one: DecodedRelation, words: Sequence[TokenRange]
) -> Iterable[DecodedRelation]:
    """Return the relations near `words` but for `one`."""
    return [other for other in found.near(words) if other is not one]


def _parts_begun(doc: Doc, start: int, end: int) -> Iterator[DocSpan]:
    """Yield the parts that begin from the character `start` to before `end`."""
    parts = doc.spans[PARTS]
    for number in range(bisect_left(parts, start, key=lambda part: part.start_char), len(parts)):
        if parts[number].start_char >= end:
            return
        yield parts[number]


def _hull(content: Sequence[CharRange]) -> CharRange:
    return CharRange(content[0].start, content[-1].end)


def _parsed_source(
    doc: Doc, own: Attribution, others: Iterable[TokenRange], hints: Iterable[Attribution]
) -> CharRange | None:
    """Return the source that the parse gives a cue, if the model takes it for one too or has none, else the model's.

    A participle goes on from the main clause; the model prefers what stands nearest.
    """
    sources = [_characters(doc, other) for other in others]
    for hint in hints:
        same = hint.cue and hint.source and own.cue and overlap(own.cue, hint.cue)
        if same and hint.source and (own.source is None or share([hint.source], sources)):
            return hint.source
    return own.source


def _attribution(
    doc: Doc, found: DecodedRelation, quotes: Neighbours[Quotation], calibration: Calibration
) -> Attribution:
    word = _head(doc[slice(*found.cue)]) if found.cue else doc[found.content[0].start]
    cue = lexeme_of(word)
    return Attribution(
        source=_characters(doc, found.source) if found.source else None,
        cue=_characters(doc, found.cue) if found.cue else None,
        content=tuple(
            _marked(_characters(doc, words), quotes.near([_characters(doc, words)])) for words in found.content
        ),
        medium=cue.medium,
        act=act_of(word, cue, doc[found.content[0].start : found.content[-1].end]) if found.cue else cue.act,
        confidence=calibration.probability(found.evidence),
        modality=modality_of(word) if found.cue else "said",
    )


def _head(cue: DocSpan) -> Token:
    """Return the word of a cue that tells what kind it is: the uppermost that the lexicon has, else the uppermost."""
    listed = [token for token in cue if is_listed(token)]
    root = cue.root
    coming = [token for token in listed if is_coming(token) and lexeme_of(token).medium != "thought"]
    if coming:
        # "Is expected to announce": an announcement, if it comes.
        return coming[-1]
    return root if root in listed or not listed else listed[-1]


def _characters(doc: Doc, tokens: TokenRange) -> CharRange:
    return stretch(doc[tokens.start], doc[tokens.end - 1])


def _marked(words: CharRange, quotes: Iterable[Quotation]) -> CharRange:
    """Return a range with the quote marks around it, where it begins or ends with a quotation."""
    start, end = words
    for quote in quotes:
        low, high = quote.inner
        if low == start and quote.end <= end + 3:
            start = quote.start
        if high == end and quote.start >= start - 3:
            end = quote.end
    return CharRange(start, end)
