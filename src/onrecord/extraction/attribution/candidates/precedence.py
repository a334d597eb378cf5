"""One list of relations from all that shows them: labels before marks before the parse."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from onrecord.extraction.attribution.candidates.candidate import Candidate
from onrecord.extraction.attribution.candidates.cues import lexeme_of, precision, quotative_lexeme
from onrecord.extraction.attribution.candidates.frames import FRAMES, candidates, likely_cues
from onrecord.extraction.attribution.candidates.printed_questions import INTERVIEWS
from onrecord.extraction.attribution.candidates.quote_cues import QUOTE_CUES
from onrecord.extraction.attribution.candidates.quoted_speech import INNER, QuotedRelation, quoted_relations
from onrecord.extraction.attribution.candidates.signed_posts import POST
from onrecord.extraction.attribution.candidates.turn_labels import TURN
from onrecord.extraction.attribution.modality import is_unsaid
from onrecord.extraction.attribution.reasons import BY_LEXICON, reasons_of_rule
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.budget import budget_of
from onrecord.extraction.document import PARTS, text_of
from onrecord.extraction.quotations import Quotation, pair_quotations
from onrecord.extraction.ranges import CharRange, Neighbours, overlap, within
from onrecord.extraction.syntax import GENDERS, VERBS, dependent, stretch, subject_phrase
from onrecord.rules import Rule, fired, is_active

# A frame is believed from this precision on: the best F1 (`attributed`) on PolNeAR dev.
_BELIEVED = 0.3
# Frames that may stand without a source; in the others its absence shows that nobody is said to have said it.
_SOURCELESS = ("ccomp", "noun", "according")
_ACCORDING = 0.8
# How often a quotation that stands free has the annotators' source, counted on PolNeAR train.
_FREE = 0.35
# After so many paragraphs of narration about others a quotation goes on from nobody.
_SILENT = 2
# A colon that ends a paragraph brings in the next one.
_INTRODUCED = 0.84
_NO_SENDERS = {"CARDINAL", "DATE", "FAC", "GPE", "LOC", "TIME"}
# A number that somebody gives, puts something at, or whose it is said to be.
_NUMBERED, _ESTIMATED = ":number", 0.5
# A verb of saying that governs several words in quote marks is believed in any frame.
_PARTLY_QUOTED = 0.45


def rule_relations(doc: Doc) -> list[Attribution]:
    """Find the attribution relations of `doc`, ordered by where their content starts.

    Args:
        doc: a document after the language pass, with its titles, headings and paragraphs in `doc.spans["parts"]`.
    """
    text = text_of(doc)
    labelled = [(rule, one) for rule in (POST, TURN, *INTERVIEWS) if is_active(rule) for one in rule.apply(doc)]
    parts = doc.spans[PARTS]
    begun = [part.start_char for part in parts]
    turns = {begun[bisect_right(begun, one.content[-1].start) - 1]: (rule, one) for rule, one in labelled}
    found: list[Attribution] = []
    # Whom a quotation without a cue goes on from, and whether that one's words were left open.
    speaking: Attribution | None = None
    is_open = False
    # In so many paragraphs since then nobody has said anything, nor has anything been told of who spoke.
    silent = 0
    check = budget_of(doc).check
    for part in parts:
        check()
        if part.start_char in turns:
            rule, turn = turns[part.start_char]
            found.append(turn)
            fired(rule, turn.content[0].start, turn.content[-1].end)
            speaking, is_open = turn, False
            continue
        quotes = pair_quotations(text, part.start_char, part.end_char)
        quoted = quoted_relations(part, text, quotes)
        own = [*_from_quotes(quoted, speaking), *_from_frames(part, text, quotes, quoted)]
        own.sort(key=lambda attribution: (attribution.content[0].start, -attribution.content[-1].end))
        if is_open and speaking is not None and own and own[0].inherited:
            # A quotation left open goes on in the paragraph that opens it again.
            longer = replace(speaking, content=speaking.content + own[0].content)
            found[_last_index(found, speaking)] = longer
            speaking, own = longer, own[1:]
            is_open = bool(quotes) and not quotes[-1].closed
        found += own
        if part.label_ == "paragraph" and (own or not quotes):
            said = _last_said(own) or _introduction(part, text)
            silent = 0 if own or said or _is_about(part, speaking) else silent + 1
            speaking = said or (speaking if silent < _SILENT else None)
            is_open = said is not None and bool(quoted) and not quotes[-1].closed
    return found


def _last_index(found: Sequence[Attribution], wanted: Attribution) -> int:
    return next(i for i in range(len(found) - 1, -1, -1) if found[i] is wanted)


def _last_said(found: Sequence[Attribution]) -> Attribution | None:
    """Return the last of the relations of a paragraph that has a source and stands in no other's content."""
    said = [one for one in found if one.source is not None and one.cue is not None and one.medium != "thought"]
    contents = Neighbours((words, [words]) for one in said for words in one.content)
    outermost = [one for one in said if one.cue and not any(within(one.cue, w) for w in contents.near([one.cue]))]
    return max(outermost, key=lambda one: one.content[-1], default=None)


def _is_about(part: DocSpan, speaking: Attribution | None) -> bool:
    """Say whether a paragraph may be about who spoke last: by a pronoun for a person, or by a name of theirs."""
    source = speaking.source if speaking is not None else None
    spoke = part.doc.char_span(*source, alignment_mode="expand") if source is not None else None
    names = {token.text for token in spoke or () if token.pos_ == "PROPN"}
    return any(token.lower_ in GENDERS or (token.text in names and token.pos_ == "PROPN") for token in part)


def _introduction(part: DocSpan, text: str) -> Attribution | None:
    """Return what a paragraph that ends in a colon says of who speaks in the next: "The paper reports:"."""
    if not text[part.start_char : part.end_char].rstrip().endswith(":"):
        return None
    for token in reversed(list(part)):
        lexeme = quotative_lexeme(token)
        source = subject_phrase(token) if lexeme is not None and not is_unsaid(token) else None
        if lexeme is not None and source is not None:
            cue = stretch(token, token)
            return Attribution(source, cue, (cue,), lexeme.medium, lexeme.act, _INTRODUCED)
    # "And from the chairwoman, Ada Orlen:".
    sender = next((token for token in part if token.lower_ == "from"), None)
    name = dependent(sender, "pobj") if sender is not None else None
    if sender is None or name is None or name.pos_ != "PROPN" or part[-1].i - name.right_edge.i > 1:
        return None
    # "The ferry sailed from Lanta:".
    if sender.head.pos_ in VERBS or name.ent_type_ in _NO_SENDERS:
        return None
    cue = stretch(sender, sender)
    return Attribution(stretch(name.left_edge, name.right_edge), cue, (cue,), "speech", "assert", _INTRODUCED)


def _from_quotes(quoted: Iterable[QuotedRelation], speaking: Attribution | None) -> Iterator[Attribution]:
    for relation in quoted:
        if relation.rule is not None:
            yield _quoted(relation, relation.rule)
        elif speaking is not None and is_active(FREE):
            going_on = FREE.apply(relation, speaking)
            fired(FREE, going_on.content[0].start, going_on.content[-1].end)
            yield going_on


def _quoted(relation: QuotedRelation, rule: Rule[Any]) -> Attribution:
    cue, confidence = relation.lexeme, rule.confidence or 0.0
    fired(rule, relation.content[0].start, relation.content[-1].end)
    return Attribution(
        source=relation.source,
        cue=relation.cue,
        content=relation.content,
        medium=cue.medium if cue else "speech",
        act=cue.act if cue else "assert",
        confidence=confidence,
        reasons=(*reasons_of_rule(rule.id, confidence), BY_LEXICON),
    )


def _going_on(relation: QuotedRelation, speaking: Attribution) -> Attribution:
    return Attribution(
        source=speaking.source,
        cue=speaking.cue,
        content=relation.content,
        medium="speech",
        act="assert",
        confidence=_FREE,
        inherited=True,
        reasons=(*reasons_of_rule("candidate/quote-free", _FREE), BY_LEXICON),
    )


def _from_frames(
    part: DocSpan, text: str, quotes: Sequence[Quotation], quoted: Sequence[QuotedRelation]
) -> Iterator[Attribution]:
    """Yield for each cue the relation whose frame is most often right, if that is often enough."""
    phrases = Neighbours(
        (quote, [quote.where]) for quote in quotes if not quote.single and _is_phrase(text[slice(*quote.inner)])
    )
    best: dict[int, tuple[float, Candidate]] = {}
    for candidate in lexicon_candidates(likely_cues(part), text, quotes, quoted):
        believed = _precision(candidate)
        if believed < _PARTLY_QUOTED and quotative_lexeme(candidate.token) and _holds_any(candidate, phrases):
            believed = _PARTLY_QUOTED
        if believed >= _BELIEVED and believed > best.get(candidate.token.i, (0.0, None))[0]:
            best[candidate.token.i] = (believed, candidate)
    for believed, candidate in best.values():
        cue = lexeme_of(candidate.token)
        rule = _RULES_OF_FRAMES[candidate.rule]
        fired(rule, candidate.content[0].start, candidate.content[-1].end)
        reasons = (*reasons_of_rule(rule.id, believed), BY_LEXICON)
        yield Attribution(
            candidate.source, candidate.cue, candidate.content, cue.medium, cue.act, believed, reasons=reasons
        )


def lexicon_candidates(
    words: Iterable[Token], text: str, quotes: Sequence[Quotation], quoted: Sequence[QuotedRelation]
) -> Iterator[Candidate]:
    """Yield the candidates of a paragraph that may be relations beside those its quotations show.

    Those that tell of nothing said are left out, and those that the quotations already account for. Which of the rest
    to believe is for `cues.precision`; `training/cue_frames.py` counts on just these.

    Args:
        words: the words of the paragraph, title or heading that are asked, after the language pass.
        text: the text of its whole document.
        quotes: the paragraph's quotations.
        quoted: the relations those show.
    """
    spoken = Neighbours((words, [words]) for relation in quoted for words in relation.content)
    # A free-standing quotation only borrows its cue.
    cues = Neighbours((one.cue, [one.cue]) for one in quoted if one.cue is not None and one.rule is not None)
    marks = Neighbours((quote, [quote.where]) for quote in quotes)
    for candidate in candidates(words, text):
        if not is_unsaid(candidate.token) and not _is_taken(candidate, cues, spoken):
            content = tuple(_whole(words, candidate.cue, marks, text) for words in candidate.content)
            yield replace(candidate, content=content)


def _is_phrase(quoted: str) -> bool:
    """Say whether quoted words may be somebody's: one may be a sign or irony, words with capitals are a title."""
    words = quoted.split()
    return len(words) > 1 and sum(word[:1].isupper() for word in words) * 2 < len(words)


def _holds_any(candidate: Candidate, quotes: Neighbours[Quotation]) -> bool:
    return any(overlap(q.where, words) for words in candidate.content for q in quotes.near([words]))


def _precision(candidate: Candidate) -> float:
    """Return how likely a candidate is a relation, with its source."""
    if candidate.frame.endswith(_NUMBERED) and candidate.source is not None:
        return _ESTIMATED
    if candidate.source is None and not candidate.frame.startswith(_SOURCELESS) and "passive" not in candidate.frame:
        return 0.0
    return _ACCORDING if candidate.frame == "according" else precision(candidate.token, candidate.frame)


def _is_taken(candidate: Candidate, cues: Neighbours[CharRange], spoken: Neighbours[CharRange]) -> bool:
    """Say whether quotations already account for a candidate: it stands in one, has its cue, or is the same words."""
    if any(within(candidate.cue, part) for part in spoken.near([candidate.cue])):
        return True
    if any(overlap(cue, candidate.cue) for cue in cues.near([candidate.cue])):
        return True
    return any(within(own, part) for own in candidate.content for part in spoken.near([own]))


def _whole(content: CharRange, cue: CharRange, marks: Neighbours[Quotation], text: str) -> CharRange:
    """Return `content` up to a semicolon, widened to the whole of the quotations it cuts.

    The parser runs on over semicolons, and ends clauses at quote marks.
    """
    start, end = content
    quotes = marks.near([content])
    semicolon = text.find(";", start, end)
    if semicolon > start and not any(quote.start < semicolon < quote.end for quote in quotes):
        end = semicolon
    for quote in quotes:
        cut = quote.start < end and start < quote.end and not within(quote.where, CharRange(start, end))
        if cut and quote.closed and not overlap(quote.where, cue):
            start, end = min(start, quote.start), max(end, quote.end)
    return CharRange(start, end)


FREE: Rule[Callable[[QuotedRelation, Attribution], Attribution]] = Rule("candidate/quote-free", _going_on, _FREE)
"""A quotation that stands free goes on from who spoke last."""

_RULES_OF_FRAMES: Mapping[str, Rule[Any]] = {rule.id: rule for rule in FRAMES}

CANDIDATES: tuple[Rule[Any], ...] = (POST, TURN, *INTERVIEWS, *QUOTE_CUES, INNER, FREE, *FRAMES)
"""The rules that propose relations, in the order in which a paragraph meets them."""
