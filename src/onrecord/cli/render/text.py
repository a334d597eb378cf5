"""Text with styles, of which nothing is a command."""

from typing import Self

import rich.text
from rich.style import Style

from onrecord.cli.characters import visible


class Text(rich.text.Text):
    """Rich's text, made of visible characters: what rich lays out is what is seen, and places for styles hold.

    Rich's own drops some control characters, which moves all places behind them, and lets others through.
    """

    def __init__(self, text: str = "", style: str | Style = "") -> None:
        super().__init__(visible(text), style)

    def append(self, text: rich.text.Text | str, style: str | Style | None = None) -> Self:
        """Add a text to this one, with a style of its own."""
        super().append(visible(text) if isinstance(text, str) else text, style)
        return self
