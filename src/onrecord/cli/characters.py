"""Characters that a terminal would obey, or that nobody would see: shown as a sign, or escaped in JSON.

One character stands for one, so that places in a text stay the same.
"""

import json
import re

# What Unicode calls control, format and line separator, half of a surrogate pair, no character, or ignorable where it
# cannot be displayed: escape sequences, bidirectional overrides and isolates, joiners and spaces of no width, variation
# selectors, tags, fillers. Not the line feed, which ends lines, nor the marks around Arabic numbers, which are seen.
_UNSEEN = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)

_SPACE, _DELETE = 0x20, 0x7F
_PICTURES = 0x2400
_PICTURE_OF_DELETE = "\u2421"
_NO_CHARACTER = "\ufffd"


def visible(text: str) -> str:
    r"""Return a text of which a terminal obeys nothing but line breaks, and which hides nothing, as long as it was.

    A control character is shown as its picture, so that ESC is "␛"; what else is not seen is "\ufffd". A tab is a
    space, and so is the carriage return of a line break.

    Example: "\x1b[2J" is "␛[2J", "a\u202eb" is "a\ufffdb". Not: "naïve", "حبر", "e\u0301", "[bold]" are as they were.
    """
    return _UNSEEN.sub(_sign, text)


def escaped(text: str) -> str:
    r"""Return JSON with those characters written as escapes, which a program reads as the same value.

    Example: '"a\u202eb"' is '"a\\u202eb"'. Not: '"naïve"' is as it was.
    """
    return _UNSEEN.sub(lambda match: json.dumps(match[0])[1:-1], text)


def one_line(text: str) -> str:
    """Return a text on one line, its line breaks spaces.

    Example: "a name\nError: nothing" is "a name Error: nothing".
    """
    return " ".join(text.splitlines())


def _sign(match: re.Match[str]) -> str:
    character = ord(match[0])
    if match[0] == "\t" or (match[0] == "\r" and match.string.startswith("\n", match.end())):
        return " "
    if character < _SPACE:
        return chr(_PICTURES + character)
    return _PICTURE_OF_DELETE if character == _DELETE else _NO_CHARACTER
