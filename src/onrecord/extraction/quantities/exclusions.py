"""Numbers that claim nothing: dates, times, names, results, and pronouns that look like numbers."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord import lexicons
from onrecord.extraction.document import PARTS, text_of
from onrecord.extraction.entities import Discourse
from onrecord.extraction.quantities.printed_quantities import PrintedQuantity, words_at
from onrecord.extraction.quantities.units import AGE, SHARE, is_duration
from onrecord.extraction.ranges import CharRange, overlap
from onrecord.extraction.syntax import NOUN_TAGS, NOUNS

_NUMBERED = {noun for (noun,) in lexicons.rows("numbered_nouns.tsv")}
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_NO_QUANTITY = re.compile(
    rf"""
      \b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?(?:{_MONTH}\s)?\d{{1,2}})?\b(?!\speople)(?:,?\s(?:1[5-9]|20)\d\d\b)?
    | \b{_MONTH}\s(?:1[5-9]|20)\d\d\b
    | \b\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}})?\s(?:of\s)?{_MONTH}(?!\w)(?:,?\s(?:1[5-9]|20)\d\d\b)?
    | \b\d{{1,4}}([./-])\d{{1,2}}\1\d{{1,4}}\b
    | \b\d{{1,2}}[:.]\d\d(?:\s?[-–]\s?\d{{1,2}}[:.]\d\d)?\s?(?:[ap]\.?m\b|h\b|hrs\b|GMT\b|UTC\b|[CE]E?[SD]?T\b)
    | \b\d{{1,2}}:\d\d(?::\d\d)?\b
    | \b\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\s?[ap]\.?m\b
    | \b(?:\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\so['’]clock
    | \b\d{{1,2}}\d\d\s(?:hours|hrs|GMT|UTC)\b
    | \b\d+(?:,\d{{3}})*(?:st|nd|rd|th)\b
    | (?<![\d,.$€£])['’]?\b(?:1[5-9]|20)?\d0['’]?s\b
    | (?<![\d,.$€£])\b(?:1[5-9]|20)\d\d\s?[-–/]\s?(?:(?:1[5-9]|20)\d\d|\d\d)\b(?!\s?(?:people|%|percent))
    | \+\d[\d\s()-]{{6,}}\d | \(\d{{3}}\)\s?\d{{3}}-\d{{4}} | \b\d{{3}}[-.]\d{{3}}[-.]\d{{4}}\b | \b\d{{3}}-\d{{4}}\b
    | \b(?:https?://|www\.)\S+ | \S+@\S+\.\w+
    | \b\d+(?:\.\d+){{2,}}\b | \b\d+/\d+\b
    | (?i:
        \b(?:the\s)?(?:first|second|other|latter|better|back|top|bottom|front|northern|southern|eastern|western)[-\s]half\b
      | \b(?:in|by)\shalf\b | \bhalf-(?!an?\b)(?=[a-z])
      | \bhalf[-\s](?:brother|sister|time|way|mast|hearted|life|staff|past)\w*
      | \b(?:first|second|third|fourth|last|final|next|this|previous)[-\s](?:quarter|third)\b
      | \b(?:no|any|every|some|each|another|square|number|day|this|that|the|which|only|either|neither|such|a|not|for
          |as|but|just)
        [-\s]one\b(?![-\s](?:person|man|woman|child|per\scent|percent|in\s|hundred|thousand|million|billion
          |half|third|fifth|tenth|quarter))
      | \bone\s(?:another|day|thing|such|can|could|might|must|would|should|has\sto|of|way|or\sanother|or\sthe\sother
          |side)\b
      | \bone-(?!third|fifth|fourth|quarter|tenth|sixth|eighth|half|year|month|day|week|hour|minute)
      | \bon\sthe\sone\shand\b | \bone\sby\sone\b | \btwo\sby\stwo\b | \bon\sall\sfours\b | \bfifty-fifty\b | \b50-50\b
      | \b\w+-(?:something|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b(?!s)
      )
    """,
    re.VERBOSE,
)
_DEICTIC_BEFORE = re.compile(
    r"\b(?:past|last|next|coming|previous|recent|following|preceding|final|first|in|within|after|every|over\sthe|these)\s"
    r"(?:the\s)?(?:about\s|around\s|nearly\s|almost\s|more\sthan\s|at\sleast\s|just\s|some\s|only\s)?$",
    re.IGNORECASE,
)
_DEICTIC_AFTER = re.compile(r"\s(?:ago|earlier|later|before|after|hence|from\snow|since|prior|into|old\sago)\b")
_SUBJECT_TO_CHOICE = {"first", "last", "next", "other", "previous", "remaining", "same", "latest"}
_DEFINITE = {"the", "these", "those", "both", "all", "every", "each", "any", "such"}
# A known few ("the two men") are spoken of, not counted.
_FEW = 12
_NAMES = {"PERSON", "ORG", "FAC", "PRODUCT", "LAW", "EVENT", "WORK_OF_ART", "LOC", "GPE", "NORP"}
_STREETS = {"street", "st", "st.", "avenue", "ave", "ave.", "road", "rd", "rd.", "boulevard", "blvd", "blvd.", "lane",
    "drive", "square", "highway", "park", "place", "row", "way"}  # fmt: skip
_VOTED = {"vote", "pass", "approve", "rule", "elect", "reject", "adopt", "ballot", "back", "defeat", "confirm", "tally"}
_AGED = {"aged", "age", "ages"}
_OLDEST = 120
_YEARS = range(1500, 2101)
# Digits in a row, without commas, that can still be a count.
_LONGEST = 6
# What makes a number no quantity stands within so many characters of it.
_NEAR = 80
_LIST_MARK = re.compile(r"[.)]\s")


def without_exclusions(
    doc: Doc, discourse: Discourse, quantities: Sequence[PrintedQuantity], times: Sequence[CharRange]
) -> list[PrintedQuantity]:
    """Return those of `quantities` that claim a quantity, ages with their unit.

    Left out are parts of dates, times of day, names, addresses, numbered things, results of games, ordinals; a few that
    are spoken of as known ("the two men"); "one" where it counts nobody; and how long ago something was. `times` are
    the ranges of the time expressions of the text.
    """
    text = text_of(doc)
    no_quantity = _Ranges(
        [CharRange(*m.span()) for low, high in _around(quantities) for m in _NO_QUANTITY.finditer(text, low, high)]
    )
    timed = _Ranges(times)
    parts = [(span.start_char, span.label_) for span in doc.spans.get(PARTS, ())]
    kept = []
    for quantity in quantities:
        if no_quantity.overlaps(quantity.number) or (
            timed.overlaps(quantity.number) and quantity.unit not in (SHARE, AGE)
        ):
            continue
        found = _Candidate(doc, text, discourse, quantity, parts)
        quantity = found.aged()  # noqa: PLW2901 -- the same quantity, now known to be an age
        if quantity.unit == AGE or found.counts():
            kept.append(quantity)
    return kept


def _around(quantities: Sequence[PrintedQuantity]) -> Iterator[CharRange]:
    """Yield the stretches of text around quantities, those that meet as one; to look at all of it takes far longer."""
    low = high = 0
    for quantity in quantities:
        start, end = max(quantity.where.start - _NEAR, 0), quantity.where.end + _NEAR
        if start > high:
            if high:
                yield CharRange(low, high)
            low = start
        high = max(high, end)
    if high:
        yield CharRange(low, high)


class _Ranges:
    """Ranges in order, for asking whether one of them shares characters with another."""

    def __init__(self, ranges: Sequence[CharRange]) -> None:
        self._ranges = sorted(ranges)
        self._starts = [start for start, _ in self._ranges]

    def overlaps(self, where: CharRange) -> bool:
        at = bisect_right(self._starts, where.end)
        return any(overlap(where, near) for near in self._ranges[max(at - 3, 0) : at])


class _Candidate:
    """A quantity among its words."""

    def __init__(
        self, doc: Doc, text: str, discourse: Discourse, quantity: PrintedQuantity, parts: Sequence[tuple[int, str]]
    ) -> None:
        self.doc = doc
        self.text = text
        self.discourse = discourse
        self.quantity = quantity
        span = words_at(doc, quantity.number)
        self.first, self.last = span[0], span[-1]
        at = bisect_right(parts, (quantity.where.start, "~")) - 1
        self.part_start, self.role = parts[at] if at >= 0 else (0, "paragraph")

    def aged(self) -> PrintedQuantity:
        """Return the quantity, as an age where it is one: "Ilka Sand, 43,", "aged 12 to 15"."""
        quantity = self.quantity
        if quantity.unit not in (None, "years") or quantity.words or quantity.least > _OLDEST or quantity.least < 1:
            return quantity
        before = self._token(-1)
        if before is None or quantity.unit == "years":
            return quantity
        person = self._token(-2)
        commas = before.text in {",", "("} and self.text[quantity.where.end : quantity.where.end + 1] in {
            ",",
            ")",
            ".",
            ";",
        }
        if commas and person is not None and self._names_person(person):
            return replace(quantity, unit=AGE)
        of_age = before.lower_ in _AGED or (before.lower_ in {"of", "between", "over", "under"} and person is not None
            and person.lower_ in _AGED)  # fmt: skip
        return replace(quantity, unit=AGE) if of_age else quantity

    def counts(self) -> bool:
        """Say whether the number claims a quantity."""
        quantity = self.quantity
        if quantity.unit is None or quantity.unit == SHARE:
            if self._is_in_a_word() or self._is_named() or self._is_year() or self._is_address():
                return False
            if self._begins_a_list():
                return False
        if self._is_denied():
            return False
        if quantity.tally and not any(token.lemma_.casefold() in _VOTED for token in self.first.sent):
            return False
        if quantity.part and not self._is_share():
            return False
        if is_duration(quantity.unit) and self._is_distance_in_time():
            return False
        if quantity.words and self.text[slice(*quantity.number)].casefold() == "one":
            return self._is_one()
        return not self._is_known()

    def _token(self, offset: int) -> Token | None:
        at = self.first.i + offset if offset < 0 else self.last.i + offset
        return self.doc[at] if 0 <= at < len(self.doc) else None

    def _names_person(self, token: Token) -> bool:
        entity = self.discourse.by_token.get(token.i)
        return token.ent_type_ == "PERSON" or (entity is not None and entity.type == "person")

    def _is_in_a_word(self) -> bool:
        """Say whether the digits are part of something longer ("F-16", "5-4"), or are themselves a code."""
        start, end = self.quantity.where
        number = self.text[slice(*self.quantity.number)]
        if number.isdigit() and (len(number) > _LONGEST or (number[0] == "0" and len(number) > 1)):
            return True
        before, after = self.text[max(start - 2, 0) : start], self.text[end : end + 2]
        if before[-1:] and (
            before[-1] in "#№@_/.:" or (before[-1] in "-–" and len(before) > 1 and before[0].isalnum())
        ):
            return True
        if after[:1] in {"/", ":", "_", "@"} and after[1:].isalnum():
            return True
        if after[:1] == "-" and after[1:].isalpha():
            return self.quantity.words and self.quantity.least < 10
        return after[:1] in {".", ",", "-", "–"} and after[1:].isdigit() and not self.quantity.tally

    def _is_named(self) -> bool:
        """Say whether the number is part of a name, or the number of a numbered thing."""
        token, before, after = self.last, self._token(-1), self._token(1)
        counts_something = any(
            head.i > token.i and head.dep_ != "ROOT" and head.tag_ in NOUN_TAGS - {"NNP"}
            for head in [token.head] if token.dep_ in {"nummod", "quantmod", "compound"}
        )  # fmt: skip
        if before is not None and before.i >= token.sent.start:
            noun = before.lower_.rstrip(".")
            if noun in _NUMBERED and not counts_something and not self.quantity.words:
                return True
            proper = before.pos_ == "PROPN" and before.ent_type_ not in {"GPE", "PERSON", "DATE"}
            if proper and not self.quantity.words:
                if after is not None and after.tag_ == "NNP" and self.quantity.hedge is None:
                    return True
                if not counts_something and token.head.i <= token.i:
                    return token.dep_ not in {"pobj", "attr", "dobj", "conj"}
        entity = token.ent_type_ in _NAMES and any(
            near is not None and near.ent_type_ == token.ent_type_ and near.pos_ == "PROPN" for near in (before, after)
        )
        if self.quantity.words:
            capital = self.text[self.quantity.number.start].isupper()
            opens = token.is_sent_start or before is None or before.is_punct or self.first.is_sent_start
            return capital and not opens and self.role == "paragraph" and self.quantity.hedge is None
        return entity and not counts_something

    def _is_year(self) -> bool:
        printed = self.text[slice(*self.quantity.number)]
        if not printed.isdigit() or len(printed) != 4 or int(printed) not in _YEARS:
            return False
        noun = self.last.head
        return not (self.last.dep_ == "nummod" and noun.tag_ == "NNS" and noun.i > self.last.i)

    def _is_address(self) -> bool:
        following = [token for i in range(1, 5) if (token := self._token(i)) is not None]
        if not following or following[0].pos_ != "PROPN":
            return False
        return any(token.lower_ in _STREETS and token.pos_ == "PROPN" for token in following)

    def _is_denied(self) -> bool:
        """Say whether the number is said to be wrong ("14 sailors, not 12"), and no distance ("not 12 metres away")."""
        before, two = self._token(-1), self._token(-2)
        wrong = before is not None and before.lower_ == "not" and (two is None or two.is_punct)
        return wrong and self.quantity.unit in (None, SHARE)

    def _begins_a_list(self) -> bool:
        start, end = self.quantity.where
        return start == self.part_start and not self.quantity.words and _LIST_MARK.match(self.text, end) is not None

    def _is_share(self) -> bool:
        """Say whether a fraction is one, and no ordinal: "a third of", not "a third man"."""
        printed = self.text[slice(*self.quantity.number)].casefold()
        after = self._token(1)
        if " in " in printed or " out of " in printed or "½" in printed:
            return True
        if printed == "half":
            return after is None or after.lower_ in {"of", "the", "its", "their", "his", "her", "our", "all", "that",
                "a", "an"} or self.quantity.hedge is not None or after.is_punct  # fmt: skip
        if printed.startswith(("a ", "an ", "a-", "an-")):
            return after is None or after.pos_ not in NOUNS | {"ADJ", "NUM"}
        return True

    def _is_distance_in_time(self) -> bool:
        start, end = self.quantity.where
        start = self.quantity.hedge[0] if self.quantity.hedge and self.quantity.hedge[0] < start else start
        if _DEICTIC_AFTER.match(self.text, end):
            return True
        return _DEICTIC_BEFORE.search(self.text[max(start - 30, 0) : start]) is not None

    def _is_one(self) -> bool:
        """Say whether "one" counts: in a measure, hedged, or of the dead and hurt and those beside them."""
        if self.quantity.unit is not None or self.quantity.hedge is not None:
            return True
        others = [token for token in self.first.sent if token.like_num and token.i != self.first.i]
        noun = self.first.head if self.first.dep_ == "nummod" else None
        if noun is not None and noun.pos_ == "NOUN":
            return noun.lemma_.casefold() in _PERSONS or any(abs(token.i - noun.i) < 10 for token in others)
        after = self._token(1)
        return after is not None and after.lower_ in _FATES

    def _is_known(self) -> bool:
        """Say whether the number only takes up a few that were spoken of: "the two men", "its three largest"."""
        quantity = self.quantity
        if quantity.unit is not None or quantity.hedge is not None or quantity.least > _FEW:
            return False
        words = []
        for i in range(self.first.i - 1, max(self.first.i - 4, self.first.sent.start - 1), -1):
            token = self.doc[i]
            words.append(token.lower_)
            if token.pos_ not in {"ADJ", "DET", "ADV"} and token.tag_ not in {"PRP$", "POS"}:
                words.pop()
                break
        if any(word in _DEFINITE or word in _SUBJECT_TO_CHOICE for word in words):
            return True
        after = self._token(1)
        superlative = after is not None and after.tag_ in {"JJS", "RBS"}
        return superlative or any(word in {"'s", "’s", "’", "'"} for word in words)


_PERSONS = {"person", "man", "woman", "child", "boy", "girl", "civilian", "soldier", "officer", "policeman", "worker",
    "body", "death", "fatality", "casualty", "passenger", "victim", "prisoner", "hostage", "patient", "student",
    "case", "arrest", "vote", "fighter", "protester", "journalist", "pilot", "driver", "firefighter"}  # fmt: skip
_FATES = {"dead", "killed", "injured", "wounded", "missing", "hurt", "arrested", "detained", "critically", "seriously"}
