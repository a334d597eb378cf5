"""Names of organisations with what is known of their words: legal forms, kinds of bodies, trades, territories."""

from onrecord.gazetteers.analysis import beginning, forms_of, found_in, name_of, numbers_in
from onrecord.gazetteers.legal_forms import with_short_legal_forms
from onrecord.names import Name

_ARTICLES = beginning("before organisations")
_LONGEST = 16
"""Words of the longest name in the table."""


def without_article(name: str) -> str:
    """Return `name` without articles and signs before it: "The Orlen Bank" is "Orlen Bank", "The" itself stays."""
    return _ARTICLES.sub("", name)


def analyse_organisation(text: str) -> Name | None:
    """Return the name of an organisation taken apart, without an article, None where there is no word in it.

    Example: "Orlen Port Dept. Ltd" has for "dept" what it has for "department", `SYMBOL:DEPT`, for "ltd"
    `ORG_CLASS:LLC`.
    """
    forms = forms_of(with_short_legal_forms(without_article(text).casefold()))
    if not forms:
        return None
    told = list(found_in(forms, "organisation_names", _LONGEST))
    told += numbers_in(forms, told)
    return name_of(forms, told)
