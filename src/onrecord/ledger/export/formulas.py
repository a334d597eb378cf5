"""Cells of a spreadsheet that would be formulas: made text, as OWASP says of CSV injection.

https://owasp.org/www-community/attacks/CSV_Injection. A page can print what a spreadsheet computes when it opens the
file: `=HYPERLINK(...)`, `@SUM(...)`, `-2+cmd|...`. An apostrophe before it makes it text.
"""

import re

FORMULAS = ("escape", "keep")
"""What may be done with what would be a formula in CSV."""

# With the signs as wide as an ideogram, which some programs take for the others.
_SIGN = "[-=+@＝＋－＠]"
# Where a cell may begin: at its start, and behind what another program takes for the end of a cell. An apostrophe that
# was there counts as one of ours, so that taking one off always gives the text.
_BEGINS = re.compile(rf"^(?=['\s]*{_SIGN}|'*[\t\r\n])|(?<=[;\t\r\n])(?=['\s]*{_SIGN})")
_BEGINS_IN_JSON = re.compile(rf"(?<=;)(['\s]*)({_SIGN})")


def text_cell(text: str) -> str:
    """Return a text such that no spreadsheet computes it.

    Example: "=1+1" is "'=1+1", "-5 degrees" is "'-5 degrees", "a;=1" is "a;'=1". Not: "1 = 1", "Saint-Luc",
    "'tis" are as they were.
    """
    return _BEGINS.sub("'", text)


def json_cell(text: str) -> str:
    r"""Return JSON of an object or list such that no part of it is computed; its value is the same.

    It begins with a bracket, and is no formula itself, but a spreadsheet may end cells at semicolons.

    Example: '{"text": "a;=1"}' is '{"text": "a;\\u003d1"}'. Not: '{"text": "=1"}' is as it was.
    """
    return _BEGINS_IN_JSON.sub(lambda match: f"{match[1]}\\u{ord(match[2]):04x}", text)
