"""Questions and answers of an interview without labels as relations: who answers is named above them."""

import re
from collections.abc import Callable, Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord.extraction.attribution.candidates.labelled_statements import BELIEVED, labelled_statement
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.document import PARTS, byline_of, is_emphasised, paragraphs_of, text_of, turns_of
from onrecord.extraction.ranges import CharRange
from onrecord.folding import fold
from onrecord.rules import Rule
from onrecord.transcripts import Asked, Interview, asked_between, find_interview, find_told_interview, label_of

_PRINTED, _TOLD, _BETWEEN = "candidate/printed-question", "candidate/told-question", "candidate/question-between"
# The words of a question without Markdown's marks.
_PRINTED_WORDS = re.compile(r"[^#*_\s].*[^*_\s]", re.DOTALL)
# So many answers may name who answers, since a narrator stands among them; where more do, it is no interview.
_NAMING = 0.2


def printed_questions(doc: Doc) -> list[Attribution]:
    """Return the questions and answers of an interview; see `find_interview`."""
    emphasised = [number for number, part in enumerate(doc.spans[PARTS]) if is_emphasised(part)]
    return _statements(_PRINTED, doc, find_interview(_texts(doc), emphasised))


def told_questions(doc: Doc) -> list[Attribution]:
    """Return those of an interview that is told by who asks; see `find_told_interview`."""
    interview = find_told_interview(_texts(doc))
    if interview is None or not interview.answers:
        return []
    # Whoever else is named between may be whose answers they are.
    within = range(interview.first, max(interview.answers))
    told = [part for number, part in enumerate(doc.spans[PARTS]) if number in within]
    answering = _answering(list(doc.spans[PARTS])[: interview.first])
    if answering is None or any(name[-1].text != answering[-1].text for part in told for name in _full_names(part)):
        return []
    return _statements(_TOLD, doc, interview)


def questions_between(doc: Doc) -> list[Attribution]:
    """Return the questions that stand without a label between the turns of several who answer; see `asked_between`."""
    turns, paragraphs, text = turns_of(doc), paragraphs_of(doc), text_of(doc)
    if not turns:
        return []
    parts = list(doc.spans[PARTS])
    labelled = {paragraphs[turn.first].start for turn in turns}
    said = {
        paragraphs[number].start
        for turn in turns
        for number in range(turn.first, turn.last + 1)
        if number not in turn.asked
    }
    apart = [n for n, part in enumerate(parts) if part.label_ == "heading" or is_emphasised(part)]
    asked = asked_between(_texts(doc), [n for n, part in enumerate(parts) if part.start_char in labelled], apart)
    return [_asked(parts[n], text) for n in sorted(asked) if parts[n].start_char not in said]


def _asked(part: DocSpan, text: str) -> Attribution:
    """Return a question between turns: of whoever writes the page, or of a label that stands once ("Bugle: Why?")."""
    start = part.start_char
    label = label_of(part.text)
    if label is None:
        words = _PRINTED_WORDS.search(text, start, part.end_char)
        return _question(_BETWEEN, 0, Asked(words.span() if words is not None else (start, part.end_char)), text)
    cue = _shifted(label.cue, start) if label.cue is not None else None
    content = CharRange(start + label.end, part.end_char)
    return labelled_statement(_BETWEEN, _shifted(label.speaker, start), cue, content, text[slice(*content)], "speech")


def _texts(doc: Doc) -> list[str]:
    text = text_of(doc)
    return [text[part.start_char : part.end_char] for part in doc.spans[PARTS]]


def _statements(rule: str, doc: Doc, interview: Interview | None) -> list[Attribution]:
    """Return the questions and answers of an interview as direct statements.

    The source of answers is the name of the one person whom the title, or else what stands above the interview, names
    in full, and who did not write the page. Whoever did is the speaker of questions. Labels may open its first turns.
    """
    parts = list(doc.spans[PARTS])
    text = text_of(doc)
    if interview is None or _turns_end(doc) > parts[interview.first].start_char:
        return []
    answering = _answering(parts[: interview.first])
    if answering is None:
        return []
    surname = answering[-1].text
    answers = [parts[n] for n in interview.answers if not any(token.text == surname for token in parts[n])]
    if len(interview.answers) - len(answers) > _NAMING * len(interview.answers):
        return []
    found = [_question(rule, parts[number].start_char, asked, text) for number, asked in interview.questions.items()]
    source = CharRange(answering.start_char, answering.end_char)
    for part in answers:
        words = CharRange(part.start_char, part.end_char)
        found.append(labelled_statement(rule, source, None, words, text[slice(*words)], "speech"))
    return found


def _turns_end(doc: Doc) -> int:
    turns = turns_of(doc)
    return paragraphs_of(doc)[turns[-1].last].end if turns else 0


def _question(rule: str, start: int, asked: Asked, text: str) -> Attribution:
    """Return a question of the part that begins at the character `start`."""
    words = _shifted(asked.words, start)
    source = _shifted(asked.speaker, start) if asked.speaker is not None else None
    cue = _shifted(asked.cue, start) if asked.cue is not None else None
    return labelled_statement(rule, source, cue, words, text[slice(*words)], "speech", by_author=True)


def _shifted(words: tuple[int, int], start: int) -> CharRange:
    return CharRange(words[0] + start, words[1] + start)


def _answering(lead: list[DocSpan]) -> DocSpan | None:
    """Return the last full name of the one person who is named in the title, or else in all of the lead."""
    for some in ([part for part in lead if part.label_ == "title"], lead):
        names = [name for part in some for name in _full_names(part)]
        if len({name[-1].text for name in names}) == 1:
            return names[-1]
    return None


def _full_names(part: DocSpan) -> Iterator[DocSpan]:
    """Yield the persons whom a part names in full, but for who wrote the page."""
    byline = byline_of(part.doc)
    wrote = f" {fold(byline.text)} " if byline is not None else ""
    for name in part.ents:
        if name.label_ == "PERSON" and len(name) > 1 and f" {fold(name.text)} " not in wrote:
            yield name


INTERVIEWS: tuple[Rule[Callable[[Doc], list[Attribution]]], ...] = (
    Rule(_PRINTED, printed_questions, BELIEVED),
    Rule(_TOLD, told_questions, BELIEVED),
    Rule(_BETWEEN, questions_between, BELIEVED),
)
"""Interviews with a question above each answer, those that are told by who asks, and those of several who answer."""
