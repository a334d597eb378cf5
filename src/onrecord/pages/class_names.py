"""Which names of classes say that an element is a caption."""

import re

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CAPTIONS = {"caption", "figcaption"}
# What may stand after the word: parts and forms of a caption.
_AFTER = {
    "bar", "body", "box", "content", "credit", "full", "holder", "inner", "remote", "source", "text", "truncated",
    "wrap", "wrapper",
}  # fmt: skip
# What makes it something else before the word: a class for what has none, or shows or hides it.
_BEFORE = {"hide", "no", "non", "reveal", "show", "toggle", "without"}
_LONGEST = 1_000


def names_caption(classes: str) -> bool:
    """Say whether one of the classes of an element means a caption.

    "caption", "wp-caption-text", "imageCaption" and "image__caption--embedded" do; "captions-off", "no-caption" and
    "f_caption_muted_videos_on" do not.
    """
    if "caption" not in classes.casefold():
        return False
    return any(_means_caption(name) for name in classes[:_LONGEST].split())


def _means_caption(name: str) -> bool:
    # What stands after two hyphens says of what kind it is.
    words = [word.casefold() for word in _WORD.findall(name.partition("--")[0])]
    at = next((number for number, word in enumerate(words) if word in _CAPTIONS), None)
    return at is not None and not _BEFORE & set(words[:at]) and set(words[at + 1 :]) <= _AFTER | _CAPTIONS
