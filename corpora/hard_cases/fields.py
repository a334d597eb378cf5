"""What a case may say: the keys of each table, and the words that stand for acts, kinds, links and types of events.

The keys are those of the shared cases.json, which has "figures" for quantities, "deeds" for events and "threads" for
links between statements.
"""


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


ACTS = _words("assert deny accuse criticise demand propose promise threaten reject agree praise announce predict")
"""What a statement does."""

KINDS = _words("direct indirect mixed")
"""How the words of a statement are given."""

RELATIONS = _words("elaborates answers denies rejects supports revises repeats contrasts relays")
"""What one statement is to another."""

ROOTS = _words(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION "
    "MOBILIZE COERCE ASSAULT"
)
"""PLOVER's types of events."""

NEEDED: dict[str, frozenset[str]] = {
    "case": _words("id doc_date phenomena text"),
    "entity": _words("name"),
    "statement": _words("id act"),
    "not_statement": _words("text type"),
    "figure": _words("span unit"),
    "time": _words("span iso"),
    "deed": _words("spans root"),
    "thread": _words("from to relation"),
    "metonym": _words("span"),
}
"""The keys that each table must have."""

ALLOWED: dict[str, frozenset[str]] = {
    "case": _words("entities statements not_statements figures times deeds threads metonyms"),
    "entity": _words("type country forms unnamed"),
    "statement": _words(
        "region content quoted object parts cue source speaker speaker_alt on_behalf_of kind kind_alt act_alt "
        "targets targets_alt addressees channel date date_basis date_alt date_interval nested_in reported_by "
        "attribution refers_to optional note modality"
    ),
    "not_statement": _words("why"),
    "figure": _words("value min max min_exclusive what about hedge by by_alt statement date optional note"),
    "time": _words("iso_alt type anchor region optional note"),
    "deed": _words("label actor target place date root_alt asserted_by statement polarity modality optional note"),
    "thread": _words("relation_alt optional note"),
    "metonym": _words("stands_for literal note"),
}
"""The keys that it may have besides."""
