"""Articles read again and again by other rules, while the encoder, which takes most of the time, reads each once."""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from onrecord.extraction import Reader
from onrecord.extraction.encoder import Encoder, Encoding, Pieces
from onrecord.records import Article
from onrecord.rules import Firing, watching, without


class Reading(NamedTuple):
    """An article with what it says, and which rules spoke as it was read."""

    article: Article
    firings: Sequence[Firing]


class Rereader:
    """Reads articles, with all rules or without some.

    What the encoder says of an article is kept in memory (some 300 MB for a million characters) until `forget`; all
    that comes behind it is done anew each time, the network's scores of attribution too, since the rules hint at them.
    """

    def __init__(self) -> None:
        self._encoder = _Remembering()
        self._reader = Reader(self._encoder)

    def read(self, articles: Iterable[Article], off: Collection[str] = ()) -> list[Reading]:
        """Return the readings of `articles` by all rules but those called `off`.

        Raises:
            PageError: one is over a limit, or has taken too long.
        """
        return [self._read(article, off) for article in articles]

    def forget(self) -> None:
        """Let go of what the encoder has said."""
        self._encoder.kept.clear()

    def _read(self, article: Article, off: Collection[str]) -> Reading:
        with without(off), watching() as firings:
            [read] = self._reader.read([article])
        return Reading(read, firings)


class _Remembering(Encoder):
    """The encoder, which is asked about each document once."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[bytes, Encoding] = {}

    def encode(self, pieces: Pieces, check: Callable[[], None] = lambda: None) -> Encoding:
        asked = pieces.ids.tobytes() + pieces.surface.tobytes() + pieces.first.tobytes() + pieces.begun.tobytes()
        if asked not in self.kept:
            self.kept[asked] = super().encode(pieces, check)
        return self.kept[asked]
