"""Statements that are told by a label, a signature or where they stand, and not by words of saying."""

from onrecord.extraction.attribution.reasons import reasons_of_rule
from onrecord.extraction.attribution.relation import Attribution
from onrecord.extraction.ranges import CharRange
from onrecord.records import Reason
from onrecord.vocabulary import Medium

BELIEVED = 0.85


def labelled_statement(
    rule: str,
    source: CharRange | None,
    cue: CharRange | None,
    content: CharRange,
    words: str,
    medium: Medium,
    *,
    by_author: bool = False,
) -> Attribution:
    """Return a direct statement by the name of the rule that gives it.

    Args:
        rule: the id of the rule.
        source: where the words for who speaks or signs stand, if any do.
        cue: where the mark stands that closes a label, if one does.
        content: where what is said stands.
        words: what is said; it asks if it ends in a question mark.
        medium: speech or writing.
        by_author: whether whoever writes the page says it.
    """
    return Attribution(
        source=source,
        cue=cue,
        content=(content,),
        medium=medium,
        act="demand" if words.rstrip(' ”"').endswith("?") else "assert",
        confidence=BELIEVED,
        labelled=True,
        by_author=by_author,
        reasons=(*reasons_of_rule(rule, BELIEVED), Reason("act", rule)),
    )
