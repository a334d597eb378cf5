"""Links and utterances as linked data.

Vocabularies: https://schema.org/ClaimReview, https://schema.org/workExample; W3C, Web Annotation Vocabulary, 2017.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.ledger.export.agents import Node, agent, urn

# What says of a claim whether it is true reviews it.
_REVIEWS = {"denies": "denied", "contradicts": "contradicted", "supports": "supported"}
_MOTIVATIONS = {
    "repeats": "oa:linking",
    "rejects": "oa:replying",
    "answers": "oa:replying",
    "revises": "oa:editing",
}


def link_nodes(rows: Iterable[Mapping[str, Any]]) -> Iterator[Node]:
    """Yield a ClaimReview where one says whether another is true, a NewsArticle for a copy, else an Annotation.

    `additionalType` is the kind, `disambiguatingDescription` whether it is asserted or only suggested, and how likely.
    """
    for row in rows:
        sure = "asserted" if row["asserted"] else "suggested"
        told: Node = {
            "additionalType": row["kind"],
            "disambiguatingDescription": f"{sure}, {row['confidence']}",
            "description": row["reason"],
        }
        if row["kind"] == "copy":
            yield {"@id": urn(row["from"]), "@type": "NewsArticle", "isBasedOn": {"@id": urn(row["to"])}}
        elif row["kind"] in _REVIEWS:
            rating = {"@type": "Rating", "alternateName": _REVIEWS[row["kind"]]}
            yield (
                {"@id": urn(row["id"]), "@type": "ClaimReview"}
                | told
                | {
                    "itemReviewed": {"@id": urn(row["to"])},
                    "isBasedOn": {"@id": urn(row["from"])},
                    "reviewRating": rating,
                    "oa:hasTarget": [_end(row, row[end]) for end in ("from", "to")],
                }
            )
        else:
            yield (
                {"@id": urn(row["id"]), "@type": "oa:Annotation"}
                | told
                | {
                    "oa:motivatedBy": {"@id": _MOTIVATIONS[row["kind"]]},
                    "oa:hasBody": _end(row, row["from"]),
                    "oa:hasTarget": _end(row, row["to"]),
                }
            )


def utterance_nodes(rows: Iterable[Mapping[str, Any]]) -> Iterator[Node]:
    """Yield a CreativeWork for each utterance, of which each printing is a `workExample`: a Quotation or a Claim."""
    for row in rows:
        yield {
            "@id": urn(f"utterance:{row['id']}"),
            "@type": "CreativeWork",
            "creator": [agent(speaker) for speaker in row["speakers"]],
            "workExample": [_printing(one) for one in row["printings"]],
        }


def _end(row: Mapping[str, Any], id: str) -> Node:
    """Return a statement as an end of a link, with its words that show the link."""
    words = [
        {"@type": "oa:TextQuoteSelector", "oa:exact": one["span"]["text"]}
        for one in row["evidence"]
        if one["statement"] == id
    ]
    return {"@type": "oa:SpecificResource", "oa:hasSource": urn(id), "oa:hasSelector": words}


def _printing(row: Mapping[str, Any]) -> Node:
    article = row["article"]
    story: Node = {"@id": urn(article["id"]), "@type": "NewsArticle", "headline": article["title"]}
    if row["published"]:
        story["datePublished"] = row["published"]
    if row["outlet"]:
        story["publisher"] = {"@type": "Organization", "name": row["outlet"]}
    node: Node = {
        "@id": urn(row["statement"]),
        "@type": "Claim" if row["kind"] == "indirect" else "Quotation",
        "text": row["text"],
        "isPartOf": story,
    }
    return node | ({"disambiguatingDescription": row["difference"]} if row["difference"] else {})
