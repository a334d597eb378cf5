"""The labels that open the turns of a transcript, in the forms in which they are printed."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord import lexicons

type Range = tuple[int, int]

QUESTION, ANSWER = "Q", "A"
"""The labels of whoever asks and whoever answers."""

VOICE = ">>"
"""What marks a new voice in captions."""

_TITLES = frozenset(word for word, _ in lexicons.rows("person_titles.tsv"))
_PERSONS = frozenset(word for (word,) in lexicons.rows("person_nouns.tsv"))
_NO_SPEAKERS, _ROLES = lexicons.words("label_words.tsv", "-"), lexicons.words("label_words.tsv", "role")
_SAYING = frozenset(lexicons.mapping("cue_acts.tsv"))
_TOLD = {"said", "told", "wrote", "spoke", "is", "was", "has", "having", "been", "being", "who", "which", "that"}
_SOME = {"A", "An", "Some", "Several"}
_TITLED_WORDS = 3
# No label is longer than this, with the office and the constituency.
_LONGEST = 160

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[,.]\d{1,3})?(?: ?[AaPp]\.?[Mm]\.?)?"
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? "
_STAMP = rf"(?:[\[(](?:{_DAY})?{_TIME}[\])]|(?:{_DAY})?{_TIME})"
_STAMPED = re.compile(rf"{_STAMP}\s")
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_SMALL = "|".join(
    [
        "of",
        "the",
        "for",
        "and",
        "to",
        "at",
        "in",
        "de",
        "da",
        "van",
        "von",
        "der",
        "al",
        "la",
        "hon",
        "honourable",
        *_ROLES,
    ]
)
_NAME = rf"(?P<name>{_CAPITAL}[\w.'’&/-]*(?: (?:{_CAPITAL}[\w.'’&/-]*|\d+|(?:{_SMALL})\.?(?![\w-]))){{0,9}})"
# Only a title has a stop.
_TITLED = rf"(?P<name>{_CAPITAL}\w*\.? {_CAPITAL}[\w'’-]+(?: {_CAPITAL}[\w'’-]+){{0,2}})"
_BRACKET = r" ?(?:\([^()\n]{1,70}\)|\[[^\[\]\n]{1,70}\])"
_BRACKETS = rf"(?P<brackets>(?:{_BRACKET})*)"
_OFFICE = rf"(?P<office>(?:, [^,:?!\n(\[]{{2,60}}(?:{_BRACKET})*){{0,4}})"
# "1. Tom Brite (Ostrel) to the Minister of Ports: ...".
_TO = r"(?: to the [^:?!.\n]{3,60}?)?"
_HOLDER = re.compile(r"\((?P<holder>[^()]+)\)")
# "MR TOM BRITE (affirmed)" calls a witness.
_OATH = re.compile(r"\b(?:re-?called|continued|sworn|affirmed)\b", re.IGNORECASE)
_FULL_NAME = re.compile(rf"{_CAPITAL}[\w.'’-]+(?: {_CAPITAL}[\w.'’-]+){{1,3}}")
# A marker of a new voice in captions, a quote mark, Markdown's stars, the number of a question ("1.", "Q12") or a line;
# a time.
_VOICE, _BOLD = r"(?P<voice>>>+ ?)?", r"(?P<bold>\*{1,2}|__)?"
_OPENING = rf"{_VOICE}[\"“]?{_BOLD}(?:\d{{1,3}}\. |\d{{1,2}} +(?=[QA]\b)|Q\d{{1,4}}\.? +(?=[A-Z]))?"
_AFTER = rf"(?P<after> ?{_STAMP})?"
_BEFORE = rf"{_OPENING}(?P<before>{_STAMP} ?(?:[-–—] )?)?"
# "Ana Gill -- Chief Executive Officer", "Peter in Ostrel asks:".
_DASHED_OFFICE = r"(?P<office>(?: (?:--|—|–) [A-Z][^:?!\n(\[—–]{2,60}?){1,2})"
_GROUP = r"(?:, [^.,:?!\n(\[]{2,60})"
_ASKS = r"(?:asks|replies|answers|responds|writes)"
_AGO = r"-?\d[\d,.]*k? points? .{0,8}\bago"
_NICK = r"(?P<nick>(?![AaPp]\.?[Mm]\b)\w[\w.-]{0,30})"


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a paragraph.

    Attributes:
        speaker: where in the paragraph the words for the speaker stand ("MS. HOLT", "Q").
        cue: where the mark stands that closes it, if one does ("MS. HOLT:", "Ms HOLT—", "Q.").
        end: where what is said begins; the end of the paragraph if that is in the next one.
        name: the words for the speaker.
        marked: whether its form alone shows a label: capitals, a title, an office, brackets, a time, a question's Q.
        sure: whether it names somebody who speaks: behind a title, a time, or the mark of a new voice.
        timed: whether it has a time.
    """

    speaker: Range
    cue: Range | None
    end: int
    name: str
    marked: bool
    sure: bool
    timed: bool = False


@dataclass(frozen=True, slots=True)
class LabelForm:
    """One of the forms of labels.

    Attributes:
        name: what it is called.
        pattern: what a paragraph of it begins with. Groups: `name`; `cue`, `office`, `brackets`, and the times `before`
            and `after` the name, where it has them.
        holds: whether it is a label, given what was found.
        examples: paragraphs that begin so.
        counterexamples: paragraphs that do not.
        believes_titles: whether a title alone makes it sure; "Ms. Gill. That was her name." may be a sentence.
    """

    name: str
    pattern: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool]
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]
    believes_titles: bool = True


def is_role(name: str) -> bool:
    """Say whether the words of a label name nobody, but a role ("Q", "THE COURT", "SENIOR OFFICIAL", "SPEAKER 2")."""
    words = name.casefold().rstrip(".0123456789# ").split()
    return name in {QUESTION, ANSWER} or name.startswith(VOICE) or (bool(words) and words[-1] in _ROLES)


def begins_with_time(paragraph: str) -> bool:
    """Say whether a paragraph begins with a time, as an entry of a log or a live blog does."""
    return _STAMPED.match(paragraph) is not None


def label_of(paragraph: str) -> Label | None:
    """Return the label that opens a paragraph, None where none does: by the first of `FORMS` that it has.

    What is no speaker by that form ("PHOTOS:") is none by another.
    """
    for form in FORMS:
        found = form.pattern.match(paragraph, 0, _LONGEST)
        if found is not None and form.holds(found):
            return _label(form, found, paragraph)
    return None


def _label(form: LabelForm, found: re.Match[str], paragraph: str) -> Label | None:
    groups = found.groupdict()
    speaker = _holder(found) or found.span("name" if groups["name"] else "nick")
    name = paragraph[slice(*speaker)]
    if name.casefold() in _NO_SPEAKERS:
        return None
    titled = _has_title(name) and (form.believes_titles or _is_in_capitals(name) or bool(groups["brackets"]))
    timed = any(groups.get(part) for part in ("before", "after", "stamp"))
    sure = titled or timed or any(groups.get(part) for part in ("opened", "voice"))
    told = any(groups.get(part) for part in ("office", "brackets", "bold", "told"))
    marked = (
        sure
        or told
        or _has_title(name)
        or _is_unnamed(name)
        or (name.startswith("The ") and is_role(name))
        or name in {QUESTION, ANSWER, VOICE}
        or _is_in_capitals(name)
    )
    cue = next((found.span(part) for part in ("cue", "closing") if groups.get(part)), None)
    end = found.end()
    return Label(speaker, cue, end + len(paragraph[end:]) - len(paragraph[end:].lstrip()), name, marked, sure, timed)


def _holder(found: re.Match[str]) -> Range | None:
    """Return where in the brackets behind an office its holder is named: "The Minister (Mr. Brite)"."""
    office, start = found.groupdict().get("name") or "", found.end("name")
    first = _HOLDER.search(found.string, start, found.end())
    if first is None or not _is_office(office):
        return None
    return first.span("holder") if _has_title(first["holder"]) or _FULL_NAME.fullmatch(first["holder"]) else None


def _is_office(name: str) -> bool:
    """Say whether words tell an office ("Minister for Ports") and not a person with a title ("Minister Brite")."""
    words = [word.casefold() for word in name.split()]
    binding = not {"of", "for"}.isdisjoint(words)
    return bool(words) and (words[0] == "the" or (any(word in _PERSONS for word in words) and binding))


def _has_title(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[0].casefold().rstrip(".") in _TITLES


def _is_unnamed(name: str) -> bool:
    """Say whether a name is one of several who are not told apart ("An Hon. Member", "Several hon. Members")."""
    first, *others = name.split()
    return first in _SOME and bool(others) and others[-1].casefold().removesuffix("s") in _PERSONS


def _is_in_capitals(name: str) -> bool:
    """Say whether a name, or the surname in it, is in capitals ("MS. HOLT", "Mr BRITE")."""
    words = re.findall(r"[^\W\d]{2,}", name)
    return bool(words) and words[-1].isupper()


def _has_office(found: re.Match[str]) -> bool:
    """Say whether what stands behind a comma is an office: in capitals, or with a noun for a person and no verb."""
    office = found["office"]
    if not office or re.sub(_BRACKET, "", office).isupper():
        return True
    words = re.findall(r"[\w’'-]+", f"{found['name']} {office}")
    # "Minister of State" tells nothing.
    told = any(_is_verb_of_saying(word) for word in words if word.islower())
    return any(word.casefold() in _PERSONS for word in words) and not told


def _is_verb_of_saying(word: str) -> bool:
    return word in _TOLD or any(word.removesuffix(ending) in _SAYING for ending in ("s", "es", "d", "ed"))


def _is_titled(found: re.Match[str]) -> bool:
    """Say whether a name stands behind a title, or an office in capitals behind "The"; no clause between dashes.

    One of several who are not told apart has none.
    """
    first, *others = found["name"].split()
    return (
        _is_unnamed(found["name"])
        or (first.casefold() == "the" and bool(others) and others[-1].isupper())
        or _has_title(found["name"])
    )


def _is_titled_in_capitals(found: re.Match[str]) -> bool:
    return _has_title(found["name"]) and _is_in_capitals(found["name"])


def _is_addressed(found: re.Match[str]) -> bool:
    """Say whether a stop closes a label ("Mr. BRITE. I rise"): behind a title, or an office in capitals."""
    words = found["name"].split()
    role = words[0].casefold() == "the" and is_role(found["name"])
    return role or _holder(found) is not None or (_has_title(found["name"]) and len(words) <= _TITLED_WORDS)


def _tells_person(found: re.Match[str]) -> bool:
    """Say whether an office is a person's, and no verb stands in it."""
    words = re.findall(r"[\w’'-]+", found["office"])
    return any(word.casefold() in _PERSONS for word in words) and not any(
        _is_verb_of_saying(word) for word in words if word.islower()
    )


def _is_told_of(found: re.Match[str]) -> bool:
    return bool(found["brackets"] or found["before"] or found["after"]) and not _OATH.search(found["brackets"])


def _is_chat(found: re.Match[str]) -> bool:
    return bool(found["before"] or found["stamp"] or found["opened"])


def _always(found: re.Match[str]) -> bool:
    return True


FORMS: tuple[LabelForm, ...] = (
    LabelForm(
        "question and answer",
        re.compile(rf"{_BEFORE}(?P<name>[QA])(?:\*{{0,2}}(?P<cue>[.:])\*{{0,2}}\s+|(?<=Q)\s+|\s{{3,}})(?=\S)(?!\w\.)"),
        _always,
        ("Q    Who shut the quay?", "A. The mayor.", "A    The mayor.", "**Q:** Who?", "12  Q.  Who?"),
        ("A harbour in trouble", "Quays shut", "A.M. trains are late.", "Q. E. D., he said."),
    ),
    LabelForm(
        "colon",
        re.compile(rf"{_BEFORE}{_NAME}{_BRACKETS}{_OFFICE}{_TO}\*{{0,2}} ?(?P<cue>:)\*{{0,2}}{_AFTER}(?=\s|$)"),
        _has_office,
        (
            "MS. HOLT: No.", "Ana Gill, harbour master: No.", "LAHR (voice-over): No.", "REP. GILL (D-OS): No.",
            "The Minister (Mr. Alan Brite): No.", "[02:50:05] ANNA HOLT: No.", ">> HOLT: No.", "Anna Holt: (00:12)",
            "ANA GILL, DOCTOR, OSTREL HOSPITAL (through translator): No.", "**Anna Holt:** No.", "Hon. members: No.",
            "GOV. ANA GILL (D), OSTREL (via phone): No.", "1. TOM BRITE (Ostrel) to the Minister of Ports: Is it?",
            "Q12 Anna Gill: No.",
        ),
        ("It was clear: no.", "On Monday, they heard this: no.", "PHOTOS: The quay"),
    ),
    LabelForm(
        "dash",
        re.compile(rf"{_BEFORE}{_NAME}{_BRACKETS}(?P<cue>—|–|--) ?(?={_CAPITAL}|[\"“‘'])"),
        _is_titled,
        ("Mr BRITE (Ostrel—Minister for Ports) (3.18 pm)—No.", "Ms Gill—No.", "The SPEAKER—Order!",
            "An honourable member—Shame!",
        ),
        ("OSTREL — The quay is shut.", "Ms Gill — she was late — left.", "Ms Gill—who was late—left."),
    ),
    LabelForm(
        "hyphen",
        re.compile(rf"{_BEFORE}{_NAME}{_BRACKETS}(?P<cue>-)(?={_CAPITAL}[a-z]|[AI][ ’'])"),
        _is_titled_in_capitals,
        ("Mr BRITE (Ostrel-Minister for Ports) (3.18 pm)-No.", "Ms GILL-I do.", "Ms SMITH-JONES-That is false."),
        ("Ms SMITH-JONES said no.", "Mr Brite-Gill said no.", "OSTREL-The quay is shut.", "Ms GILL-elect said no."),
    ),
    LabelForm(
        "stop",
        re.compile(rf"{_BEFORE}{_TITLED}{_BRACKETS}(?P<cue>\.) (?={_CAPITAL}|[\"“‘'])"),
        _is_addressed,
        ("Mr. BRITE. Mr. Speaker, I rise.", "Ms. Gill. Thank you.", "The PRESIDING OFFICER (Mr. Callow). No."),
        ("Brite. That was all.", "The quay. That was all.", "Ms. Ana Maria Gill. That was her name."),
        believes_titles=False,
    ),
    LabelForm(
        "stop and dash",
        re.compile(rf"{_BEFORE}{_NAME}{_BRACKETS}(?P<office>{_GROUP}?)(?P<cue>\. [–—]) (?={_CAPITAL}|[\"“‘'])"),
        _always,
        (
            "President. – The debate is closed.", "Ana Gill (Greens). – Mr President, no.",
            "Ana Gill, on behalf of the Green Group. – No.", "Ana Gill (Greens), blue-card answer. – No.",
        ),
        ("The quay – it was shut. – No.", "Ostrel, March 4. The quay is shut. – It was old."),
    ),
    LabelForm(
        "line with an office",
        re.compile(rf"{_NAME}{_DASHED_OFFICE}\s*$"),
        _tells_person,
        (
            "Ana Gill -- Chief Executive Officer", "Tom Brite -- Ostrel Bank -- Analyst", "Ana Gill — Harbour Master",
            "Ana Gill -- Vice President, Port Relations",
        ),
        ("OSTREL -- The quay", "Ana Gill -- she was late -- left.", "Ostrel Bank -- Annual Report"),
    ),
    LabelForm(
        "line that tells who asks",
        re.compile(rf"{_NAME}(?P<told> (?:(?:in|from) [A-Z][\w’' -]{{1,30}} )?{_ASKS})(?P<cue>:)\s*$"),
        _always,
        ("Peter in Ostrel asks:", "Ana Gill replies:", "Mirelle from Velm writes:"),
        ("Ana Gill replied:", "Ana Gill replies: “No.”", "The mayor of Ostrel asks"),
    ),
    LabelForm(
        "line of its own",
        re.compile(rf"{_BEFORE}{_NAME}{_BRACKETS}(?P<after> +{_STAMP})?\s*$"),
        _is_told_of,
        ("Anna Holt 00:12", "[00:12] Anna Holt", "Ana Gill (Ostrel North) (Lab)", "The Minister (Tom Brite)"),
        ("Anna Holt", "Ana Gill (left) opened the quay.", "MR TOM BRITE (affirmed)"),
    ),
    LabelForm(
        "chat",
        re.compile(
            rf"(?:(?P<before>(?:\[{_DAY}{_TIME}\] |{_DAY}{_TIME} - )(?=[^:\n]{{1,40}}: ))(?P<name>[^:\n]+)(?P<cue>:)"
            rf"|(?P<stamp>{_STAMP} ?(?:- ?)?)?(?P<opened><[ @+%]?)?{_NICK}"
            rf"(?P<closing>(?(opened)>|:)))(?=\s)"
        ),
        _is_chat,
        ("[12:03] anna: no", "12:03 - anna: no", "<anna> no", "20:15 <@anna> no", "12/03/2025, 11:04 - +1 23 45: no"),
        ("12:03 the quay was shut: no", "anna: no", "12:03 am: no"),
    ),
    LabelForm(
        "chat line of its own",
        re.compile(
            rf"(?:\[[–-]\] ?)?(?P<name>\w[\w.-]{{0,30}}(?: \w[\w.-]{{0,30}}){{0,2}}?)(?:\[\w{{1,2}}\])?"
            rf" (?P<stamp>(?:[—–-] )?(?:Today|Yesterday) at {_TIME}|{_AGO})\s*$"
        ),
        _always,
        ("anna — Today at 9:41 AM", "[–]anna_h[S] 340 points 5 hours ago", "Anna Holt — Yesterday at 21:03"),
        ("anna — today", "It won 12 points two days ago.", "The mayor spoke on the quay — Today at 9:41 AM"),
    ),
    LabelForm(
        "voice of a subtitle",
        re.compile(r"(?P<opened><v(?:\.[\w.]+)? )(?P<name>[^<>\n]{1,60})(?P<closing>>)(?=\S)"),
        _always,
        ("<v Anna Holt>No.", "<v.loud Anna>No."),
        ("<b>No.</b>", "<v >No."),
    ),
    LabelForm(
        "new voice",
        re.compile(r"(?P<voice>)(?P<name>>>+) (?=\S)"),
        _always,
        (">> I like it.",),
        ("> I like it.",),
    ),
)  # fmt: skip
"""The forms of labels, in the order in which a paragraph is asked for them."""
