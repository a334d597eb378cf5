"""Whoever is named or described for the first time: the last to be asked, so that nobody known is taken for new."""

from onrecord.extraction.coreference.context import Context
from onrecord.extraction.coreference.mention import Mention
from onrecord.extraction.coreference.newcomers import described, unlisted
from onrecord.extraction.coreference.proposal import Proposal


def name_passed_over(mention: Mention, context: Context) -> Proposal | None:
    """Who has a name that the tagger passed over ("lantanews.com")."""
    head = mention.head
    if not (head.like_url or (head.pos_ == "PROPN" and not head.is_lower)):
        return None
    return unlisted(context.discourse, head, mention.span)


def newly_described(mention: Mention, context: Context) -> Proposal:
    """Somebody of whom nothing is known but the words ("two officials")."""
    return Proposal((described(mention.head, mention.span),))
