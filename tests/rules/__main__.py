"""What texts give and which rules speak in them: python -m tests.rules TEXT [TEXT ...]; - is standard input.

A blank line in a text begins a paragraph; a first paragraph behind "# " is the title.
"""

import sys

from onrecord.extraction import load_reader
from onrecord.extraction.encoder import Encoder
from onrecord.rules import watching
from tests.rules.outcomes import outcome


def main() -> None:
    reader, encoder = load_reader(), Encoder()
    for given in sys.argv[1:]:
        text = sys.stdin.read().strip() if given == "-" else given
        with watching() as firings:
            lines = outcome(reader, encoder, text)
        spoke = dict.fromkeys(firing.rule for firing in firings)
        print("\n".join((f"# {text!r}", *lines, *(f"    by {name}" for name in spoke))))


if __name__ == "__main__":
    main()
