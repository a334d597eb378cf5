"""Interviews whose questions are printed without a label, each above its answer."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.transcripts.labels import Range, label_of
from onrecord.transcripts.speech import asks, is_narrated, is_over

# "We asked him five questions", "She answered our questions".
_ASKED = re.compile(
    r"\b(?:(?:[Ww]e|I) (?:asked (?:him|her|the|[A-Z][\w’'-]+)|put) (?:[\w’'-]+ ){1,4}questions"
    r"|answer(?:s|ed)? (?:our|my|readers['’]) (?:\w+ )?questions)\b"
)
# "spoke to", "in conversation with", "Q&A": what is told of many who are asked nothing here.
_MET = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed)?|[Cc]onversation with|[Oo]ur conversation|Q ?(?:&|and) ?A|minutes with"
    r"|[Ss]p(?:oke|eaks) (?:to|with)|[Tt]alk(?:s|ed)? (?:to|with)|[Cc]hat(?:s|ted)? (?:to|with)"
    r"|(?:sat down|caught up) with|[Qq]uestions (?:to|for|with)(?= [A-Z]))\b"
)
# The number of a question, Markdown's sign of a heading, and its stars and underscores around a whole line.
_PRINTED = re.compile(
    r"(?:#{1,6} +|\d{1,2}[.)] +)?(?P<mark>\*{1,3}|_{1,2})?(?:\d{1,2}[.)] +)?(?P<words>\S.*?)(?(mark)(?P=mark))\s*"
)
_TOLD_TO_TELL = re.compile(r"(?:Tell (?:me|us)|Describe|Talk (?:me|us) through|Give (?:me|us)|Explain)\b.{5,100}")
# "You grew up here." above "I did."
_PROMPT = re.compile(
    r"(?:And |But |So |Yet )?[Yy]ou(?: (?:once|also|never|recently))?"
    r"(?:[’']ve| (?:were|did|(?:had|have)(?! to\b)|grew|wrote|said|told|made|took|began|became|left|came|went|spent"
    r"|\w{3,}ed))\b[^?]{3,140}[.!]"
)
_REPLY = re.compile(r"(?:Yes|No|Oh|Well|I|We|My|That|True|Only|Not)\b")
_SENTENCE = re.compile(r"[.!…][*_]*\s*$")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|us|[Oo]ur|[Mm]ine|[Mm]yself)\b")
_SINGULAR = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b")
_SECOND_PERSON = re.compile(r"\b[Yy]ou(?:r|rs)?\b")
_QUOTED = re.compile('["“][^"“”]*["”]?')
# The most characters of a question, and of one right below another, since an answer may end in a question, too.
_LONGEST, _LONGEST_BELOW = 900, 200
# The least questions: where it is told that they were asked, and elsewhere.
_LEAST, _LEAST_MET = 2, 3
# So many answers are in the first person, some of them in the singular ("our reporter" is a narrator's), and so many
# questions in the second, where somebody was but met.
_OWN, _OWN_MET, _SINGULAR_MET, _ADDRESSED = 1 / 3, 1 / 2, 1 / 4, 1 / 2
# In the title, or in so many parts before the first question, it is told that somebody was met.
_NEAR = 2
# So many answers are quoted where they are; so many are told by a narrator where it is no interview.
_MOST, _NARRATED = 0.8, 0.2


@dataclass(frozen=True, slots=True)
class Asked:
    """A part that is a question: where in it its words stand, and the words for who asks and for asking, if any do."""

    words: Range
    speaker: Range | None = None
    cue: Range | None = None


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview.

    Attributes:
        questions: its questions, by the numbers of their parts.
        answers: the numbers of the parts that are answers.
        first: the number of the part with which it begins; those before tell of it.
    """

    questions: Mapping[int, Asked]
    answers: Sequence[int]
    first: int


def find_interview(parts: Sequence[str], emphasised: Collection[int] = ()) -> Interview | None:
    """Return the interview that a page is, None where it is none.

    Features have questions for headings, which nobody is asked ("What happens next?"). So a part above the first
    question tells that somebody was asked or met, and answers are in the first person. Where somebody was but met there
    are more questions, and they are in the second person.

    Args:
        parts: the title, headings and paragraphs of a page.
        emphasised: the numbers of those that are in bold or italics; plain text has Markdown's marks.
    """
    questions = _questions(parts, emphasised)
    answers = list(_answers(parts, sorted(questions)))
    above = parts[: min(questions, default=0)]
    # Labels may open the first turns.
    lead = [*above[:1], *(part for part in above[1:] if label_of(part) is None)]
    asked = any(_ASKED.search(part) for part in lead)
    met = any(_MET.search(part) for part in (*above[:1], *lead[-_NEAR:]))
    if len(answers) < (_LEAST if asked else _LEAST_MET) or not (asked or met):
        return None
    if sum(_is_quoted(parts[answer[0]]) for answer in answers) >= _MOST * len(answers):
        answers = [[number for number in answer if _is_quoted(parts[number])] for answer in answers]
        said = [" ".join(parts[number] for number in answer) for answer in answers]
    else:
        said = [_QUOTED.sub("", " ".join(parts[number] for number in answer)) for answer in answers]
    own, singular = _share(_FIRST_PERSON, said), _share(_SINGULAR, said)
    addressed = _share(_SECOND_PERSON, [parts[number] for number in questions])
    if own < _OWN or not (asked or (own >= _OWN_MET and singular >= _SINGULAR_MET and addressed >= _ADDRESSED)):
        return None
    given = [number for answer in answers for number in answer]
    told = [number for number in given if is_narrated(parts[number])]
    if len(told) > _NARRATED * len(given):
        return None
    answered = [number for number in given if number not in told]
    return Interview({n: Asked(words) for n, words in questions.items()}, answered, min(questions))


def _share(pattern: re.Pattern[str], texts: Sequence[str]) -> float:
    return sum(pattern.search(text) is not None for text in texts) / len(texts)


def _questions(parts: Sequence[str], emphasised: Collection[int]) -> dict[int, Range]:
    """Return where the words of questions stand, by the numbers of their parts.

    Where several are in bold or italics, whatever sentence is so is one, if it is answered.
    """
    short = ((number, text) for number, text in enumerate(parts) if len(text) <= _LONGEST)
    found = [(number, _PRINTED.fullmatch(text)) for number, text in short]
    printed = {number: line for number, line in found if line is not None and _may_ask(line["words"])}
    asked = {number: line for number, line in printed.items() if asks(line["words"])}
    marked = {number for number, line in printed.items() if line["mark"] is not None or number in emphasised}
    if len(marked & asked.keys()) >= _LEAST:
        first = min(marked & asked.keys())
        told = {n for n in marked if n > first and _SENTENCE.search(printed[n]["words"]) and n + 1 < len(parts)}
        asked = {
            n: line for n, line in printed.items() if n in marked & asked.keys() or (n in told and n + 1 not in marked)
        }
    else:
        asked |= {number: line for number, line in printed.items() if _TOLD_TO_TELL.fullmatch(line["words"])}
        prompted = (n for n in range(min(asked, default=0), max(asked, default=0)) if _prompts(parts[n], parts[n + 1]))
        asked |= {n: printed[n] for n in prompted if n in printed and asked.keys().isdisjoint({n - 1, n, n + 1})}
    questions: dict[int, Range] = {}
    for number, line in sorted(asked.items()):
        if number and (number - 1 not in questions or len(line["words"]) <= _LONGEST_BELOW):
            questions[number] = line.span("words")
    return questions


def _prompts(part: str, behind: str) -> bool:
    """Say whether a part tells another what they did, and they reply."""
    return _PROMPT.fullmatch(part) is not None and not _FIRST_PERSON.search(part) and _REPLY.match(behind) is not None


def _may_ask(words: str) -> bool:
    return not _QUOTED.match(words) and label_of(words) is None and not is_over(words)


def _answers(parts: Sequence[str], questions: Sequence[int]) -> Iterator[list[int]]:
    """Yield the numbers of the parts of each answer, of the last one as long as they are in the first person."""
    for place, question in enumerate(questions):
        following = questions[place + 1] if place + 1 < len(questions) else len(parts)
        answer = list(range(question + 1, following))
        if following == len(parts):
            own = (n for n in answer[1:] if is_over(parts[n]) or not _FIRST_PERSON.search(_QUOTED.sub("", parts[n])))
            answer = list(range(question + 1, next(own, len(parts))))
        if answer:
            yield answer


def _is_quoted(part: str) -> bool:
    """Say whether a whole part stands between quote marks."""
    return not any(character.isalnum() for character in _QUOTED.sub("", part))
