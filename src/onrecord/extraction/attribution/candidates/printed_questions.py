"""Questions and answers of an interview without labels as relations: who answers is named above them."""

from collections.abc import Callable, Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from onrecord.extraction.attribution.candidates.labelled_statements import BELIEVED, labelled_statement
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.document import PARTS, byline_of, text_of, turns_of
from onrecord.extraction.ranges import CharRange
from onrecord.folding import fold
from onrecord.rules import Rule
from onrecord.transcripts import find_interview

_NAME = "candidate/printed-question"
# So many answers may name who answers, since a narrator stands among them; where more do, it is no interview.
_NAMING = 0.2


def printed_questions(doc: Doc) -> list[Attribution]:
    """Return the questions and answers of an interview; see `find_interview`.

    The source of answers is the name of the one person whom the title, or else what stands above the first question,
    names in full, and who did not write the page. Whoever does is the speaker of questions, which have no source.
    """
    parts = list(doc.spans[PARTS])
    text = text_of(doc)
    interview = find_interview([text[part.start_char : part.end_char] for part in parts])
    if interview is None or turns_of(doc):
        return []
    answering = _answering(parts[: interview.first])
    if answering is None:
        return []
    surname = answering[-1].text
    answers = [parts[n] for n in interview.answers if not any(token.text == surname for token in parts[n])]
    if len(interview.answers) - len(answers) > _NAMING * len(interview.answers):
        return []
    found = []
    for number, (start, end) in interview.questions.items():
        asked = CharRange(parts[number].start_char + start, parts[number].start_char + end)
        found.append(labelled_statement(_NAME, None, None, asked, text[slice(*asked)], "speech"))
    source = CharRange(answering.start_char, answering.end_char)
    for part in answers:
        said = CharRange(part.start_char, part.end_char)
        found.append(labelled_statement(_NAME, source, None, said, text[slice(*said)], "speech"))
    return found


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


INTERVIEW: Rule[Callable[[Doc], list[Attribution]]] = Rule(_NAME, printed_questions, BELIEVED)
