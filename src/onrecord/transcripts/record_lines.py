"""Lines of a court's record that nobody says: who takes an oath, and who examines."""

import re

from onrecord.transcripts.labels import Range

_OATH = r"\b(?i:re-?called|continued|on (?:former|his|her|their) oath|(?:re-?)?(?:sworn|affirmed))\b"
_CAPITALS = r"(?:(?!THE )[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,4})"
# "MR TOM BRITE (affirmed)", "TOM BRITE, called by the town, having been duly sworn, testified".
_SWORN = re.compile(rf"<?(?P<name>{_CAPITALS})(?:,| ?[(\[])[^.!?]{{0,120}}?{_OATH}")
# "THE JURY (sworn)", "Mr Tom Brite (affirmed)".
_TAKES_OATH = re.compile(rf"<?(?:[A-Z][\w.'’-]*,? ?){{2,7}}[(\[][^.!?()\[\]]*{_OATH}[^.!?()\[\]]*[)\]]\W*")
# "Questions by MS HOLT, COUNSEL TO THE INQUIRY", "Cross-examination by Mr. Brite".
_EXAMINES = re.compile(
    r"(?i:(?:further |direct |cross-?|re-?direct |re-?cross-?|re-?){0,2}(?:questions|questioned|examined|examination)"
    r"(?:-in-chief)?(?: \(?continued\)?)? by (?:the )?)(?=[A-Z])(?:[^.!?:]|\b(?i:mrs?|ms|dr)\.){2,80}"
)


def sworn_name(line: str) -> Range | None:
    """Return where a line names in capitals who takes an oath; None where it does not."""
    sworn = _SWORN.match(line)
    return sworn.span("name") if sworn is not None else None


def is_of_record(line: str) -> bool:
    """Say whether a line tells of an oath, or who examines, and is nobody's words."""
    sworn = sworn_name(line) is not None
    return sworn or any(form.fullmatch(line) is not None for form in (_TAKES_OATH, _EXAMINES))
