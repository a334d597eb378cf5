"""What a paragraph sounds like: spoken, asking, narrated, or over."""

import re

from onrecord import lexicons


def _either_case(word: str) -> str:
    """Return a pattern of a word; one in small letters may begin a sentence, but "us" is no country."""
    pattern = re.escape(word)
    return pattern if not word.islower() or word == "us" else f"[{word[0]}{word[0].upper()}]{re.escape(word[1:])}"


_SPOKEN = re.compile(rf"\?|\b(?:{'|'.join(_either_case(word) for (word,) in lexicons.rows('spoken_words.tsv'))})\b")
# Narration: "..., said Orlen"; not "..., he said to me".
_NAMED = r"(?:[Tt]he \w+|[A-Z]\w+(?: [A-Z]\w+){0,2})"
_SAID = r"(?:said|says|told|added|asked)"
_TOLD = re.compile(rf"[”\"],? (?:{_SAID} {_NAMED}|(?!He |She |They |We |I |You ){_NAMED} {_SAID})\b")
# "Ends 4.14 pm", "###", "This interview has been edited for length.", "(END VIDEO CLIP)".
_OVER = re.compile(
    r"\W*(?:(?:END|End|Ends|ENDS)\W*(?:(?:of|OF|VIDEO|AUDIO|\d).{0,40})?|#{3}"
    r"|(?:With )?(?:[Aa]dditional )?[Rr]eporting by .*|Follow .{0,60} on (?:Twitter|Facebook|X)\b.*"
    r"|(?:This|The) (?:interview|transcript|conversation) (?:has been|was) .{0,40}(?:edited|condensed|translated).*)",
    re.DOTALL,
)


def sounds_spoken(words: str) -> bool:
    """Say whether words ask, or have a word of `spoken_words.tsv`; captions are all in capitals."""
    return _SPOKEN.search(words) is not None or words.isupper()


def asks(words: str) -> bool:
    """Say whether words end in a question."""
    return words.rstrip(' ”"*').endswith("?")


def is_narrated(words: str) -> bool:
    """Say whether words tell who said others ("“No,” said Ana Gill")."""
    return _TOLD.search(words) is not None


def is_over(words: str) -> bool:
    """Say whether a paragraph ends a transcript and is nobody's words."""
    return _OVER.fullmatch(words) is not None
