"""Rows as linked data: schema.org Quotation, Claim and Action, with Web Annotation selectors for their places.

Vocabularies: https://schema.org/Quotation, https://schema.org/Claim, https://schema.org/Action; W3C, Web Annotation
Vocabulary, 2017.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from sqlalchemy import Connection, select

from onrecord.ledger.export.agents import Node, agent, entity_node, role_of, urn
from onrecord.ledger.export.asking import Asking
from onrecord.ledger.export.lines import json_line
from onrecord.ledger.export.linked_nodes import link_nodes, utterance_nodes
from onrecord.ledger.rows import SCHEMA_VERSION
from onrecord.ledger.store import articles, readings, unpacked_text

# Characters before and after a quoted stretch that tell it from the same words elsewhere on the page.
_AROUND = 32
_CONTEXT = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "oa:hasSource": {"@type": "@id"},
    # Of the document and not of the graph, which it must not turn into a named one.
    "schema_version": None,
}


def write_jsonld(asking: Asking, table: str, rows: Iterable[Mapping[str, Any]], stream: IO[bytes]) -> None:
    """Write one JSON-LD document, a line for each node of its graph."""
    nodes: Iterator[dict[str, Any]]
    if table == "statements":
        nodes = _statement_nodes(asking, rows)
    elif table == "articles":
        nodes = _article_nodes(rows)
    elif table == "entities":
        nodes = _entity_nodes(rows)
    elif table == "events":
        nodes = _event_nodes(asking, rows)
    elif table == "links":
        nodes = link_nodes(rows)
    elif table == "utterances":
        nodes = utterance_nodes(rows)
    else:
        nodes = iter(())
    head = {"@context": _CONTEXT, "schema_version": SCHEMA_VERSION}
    stream.write(json_line(head).removesuffix(b"}") + b', "@graph": [')
    for number, node in enumerate(nodes):
        stream.write((b",\n" if number else b"\n") + json_line(node))
    stream.write(b"\n]}\n")


def _statement_nodes(asking: Asking, rows: Iterable[Mapping[str, Any]]) -> Iterator[Node]:
    """Yield a Quotation for each direct or mixed statement, a Claim for each indirect one.

    A Quotation's `text` is verbatim; a Claim says what somebody is reported to have said, in the reporter's words.
    """
    for row, text in _with_text(asking, rows):
        article = row["article"]
        people = [agent(entity) for entity in row["speakers"]]
        node: Node = {
            "@id": urn(row["id"]),
            "@type": "Claim" if row["kind"] == "indirect" else "Quotation",
            "text": " ".join(span["text"] for span in row["content"]),
            "creator": people,
            "isPartOf": _article(article, row["page"]),
            "additionalType": row["kind"],
            "disambiguatingDescription": f"{row['modality']}, {row['polarity']}",
            "oa:hasTarget": [_target(span, text, row["page"]) for span in row["content"]],
        }
        if node["@type"] == "Quotation":
            node["spokenByCharacter"] = people
        else:
            node["appearance"] = _article(article, row["page"])
        if row["said_on"]:
            node["dateCreated"] = row["said_on"]
        yield node


def _event_nodes(asking: Asking, rows: Iterable[Mapping[str, Any]]) -> Iterator[Node]:
    """Yield an Action for each event: actors are its `agent`, recipients its `object`.

    `additionalType` is the PLOVER root, `disambiguatingDescription` whether it happened or is only said to.
    """
    for row, text in _with_text(asking, rows):
        node: Node = {
            "@id": urn(row["id"]),
            "@type": "Action",
            "name": " ".join(span["text"] for span in row["spans"]),
            "additionalType": row["type"],
            "disambiguatingDescription": row["modality"],
            "agent": [agent(entity) for entity in row["actors"]],
            "object": [agent(entity) for entity in row["recipients"]],
            "subjectOf": _article(row["article"], row["page"]),
            "oa:hasTarget": [_target(span, text, row["page"]) for span in row["spans"]],
        }
        if row["place"]:
            node["location"] = row["place"]["text"]
        if row["date"]:
            node["startTime"] = row["date"]
        yield node


def _article_nodes(rows: Iterable[Mapping[str, Any]]) -> Iterator[Node]:
    """Yield a NewsArticle for each article."""
    for row in rows:
        title = row["title"]
        reference = {"id": row["id"], "title": title["text"] if title else None, "published": row["published"]}
        node = _article(reference, row["page"])
        if row["byline"]:
            node["author"] = row["byline"]["text"]
        if row["outlet"]:
            node["publisher"] = {"@type": "Organization", "name": row["outlet"]["text"]}
        if row["updated"]:
            node["dateModified"] = row["updated"]
        yield node | {"articleBody": "\n\n".join(span["text"] for span in row["paragraphs"])}


def _entity_nodes(rows: Iterable[Mapping[str, Any]]) -> Iterator[Node]:
    """Yield a Person, Organization, Country, Place or Thing for each entity, with the articles that name it."""
    for row in rows:
        node = entity_node(row) | {"alternateName": row["variants"]}
        if row["roles"]:
            node[role_of(node)] = [role["role"] for role in row["roles"]]
        if row["wikidata"]:
            node["sameAs"] = f"http://www.wikidata.org/entity/{row['wikidata']}"
        stories = {one["article"]["id"]: _article(one["article"], one["page"]) for one in row["appearances"]}
        yield node | {"subjectOf": list(stories.values())}


def _with_text(asking: Asking, rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Yield each row with the text that its spans index."""
    known: tuple[object, str] = (None, "")
    for row in rows:
        article, reading = row["article"]["id"], row.get("reading")
        if known[0] != (article, reading):
            with asking() as connection:
                known = ((article, reading), _text(connection, article, reading))
        yield row, known[1]


def _target(span: Mapping[str, Any], text: str, page: Mapping[str, Any]) -> Node:
    """Return one stretch of a page as a target of its own, since selectors of one target must select the same."""
    source, found = page["url"] or f"urn:sha256:{page['sha256']}", list(_selectors(span, text))
    return {"@type": "oa:SpecificResource", "oa:hasSource": source, "oa:hasSelector": found}


def _selectors(span: Mapping[str, Any], text: str) -> Iterator[Node]:
    """Yield the two selectors of a span of `text`: by position, and by its words with those around them."""
    start, end = span["start"], span["end"]
    yield {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end}
    yield {
        "@type": "oa:TextQuoteSelector",
        "oa:exact": span["text"],
        "oa:prefix": text[max(start - _AROUND, 0) : start],
        "oa:suffix": text[end : end + _AROUND],
    }


def _text(connection: Connection, article: str, reading: Mapping[str, str] | None) -> str:
    """Return the text that the spans of an article index, of its current reading if none is named."""
    chosen = (
        select(readings.c.text).join(articles, articles.c.reading == readings.c.key).where(articles.c.id == article)
    )
    if reading is None:
        chosen = chosen.where(readings.c.current)
    else:
        read_at = datetime.datetime.fromisoformat(reading["read_at"]).replace(tzinfo=None)
        chosen = chosen.where(readings.c.reader == reading["reader"], readings.c.read_at == read_at)
    blob = connection.execute(chosen.order_by(readings.c.key.desc())).scalars().first()
    return unpacked_text(blob) if blob else ""


def _article(article: Mapping[str, Any], page: Mapping[str, Any]) -> Node:
    node: Node = {"@id": urn(article["id"]), "@type": "NewsArticle", "headline": article["title"]}
    if article["published"]:
        node["datePublished"] = article["published"]
    if page["url"]:
        node["url"] = page["url"]
    return node
