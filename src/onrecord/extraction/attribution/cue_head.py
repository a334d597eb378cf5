"""The word of a cue that tells what kind it is."""

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from onrecord.extraction.attribution.candidates import is_listed, lexeme_of
from onrecord.extraction.attribution.modality import is_coming


def head_of_cue(cue: DocSpan) -> Token:
    """Return the uppermost word of a cue that the lexicon has, else the uppermost: "said" of "has been said to".

    Of "is expected to announce" it is "announce": an announcement, if it comes.
    """
    listed = [token for token in cue if is_listed(token)]
    root = cue.root
    coming = [token for token in listed if is_coming(token) and lexeme_of(token).medium != "thought"]
    if coming:
        return coming[-1]
    return root if root in listed or not listed else listed[-1]
