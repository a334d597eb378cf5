"""Rows as linked data."""

import json
from dataclasses import replace

from onrecord import Ledger
from tests.ledger.links_by_hand import link, statement_with
from tests.ledger.records import exported, make_page, read, span, store


def test_the_selectors_of_an_earlier_reading_are_of_the_text_it_was_read_from(ledger: Ledger) -> None:
    # The same bytes, out of which two readers made different texts.
    page = make_page("Dear all: “The bridge is shut,” Mara Voss said.")
    ledger.add_page(page, read(page, ("Mara Voss", "The bridge is shut")), reader="r1")
    again = replace(page, text="He wrote: “The bridge is shut,” Mara Voss said.")
    ledger.add_reading(again, read(again, ("Mara Voss", "The bridge is shut")), reader="r2")
    data = exported(ledger, "statements", "jsonld", versions=True)
    quotes = [node["oa:hasTarget"][0]["oa:hasSelector"][1] for node in json.loads(data)["@graph"]]
    assert [quote["oa:prefix"] for quote in quotes] == ["Dear all: “", "He wrote: “"]
    assert list(ledger.check()) == []


def test_each_stretch_of_an_interrupted_statement_has_its_own_target(ledger: Ledger) -> None:
    page = make_page("“The bridge,” Mara Voss said, “is shut.”", url="https://herald.example/bridge")
    [article] = read(page, ("Mara Voss", "The bridge"))
    [first] = article.statements
    whole = replace(first, content=(*first.content, span(page.text, "is shut.")))
    ledger.add_page(page, [replace(article, statements=(whole,))], reader="r1")
    data = exported(ledger, "statements", "jsonld")
    document = json.loads(data)
    [node] = document["@graph"]
    assert node["text"] == "The bridge is shut."
    exact = [[s["oa:exact"] for s in t["oa:hasSelector"] if "oa:exact" in s] for t in node["oa:hasTarget"]]
    assert exact == [["The bridge"], ["is shut."]]
    # Where it stands is a resource, not a text.
    assert {t["oa:hasSource"] for t in node["oa:hasTarget"]} == {"https://herald.example/bridge"}
    assert document["@context"]["oa:hasSource"] == {"@type": "@id"}


def test_an_indirect_statement_is_a_claim_that_appears_in_its_article(ledger: Ledger) -> None:
    page = make_page("Mara Voss said the bridge is shut.")
    [article] = read(page, ("Mara Voss", "the bridge is shut"))
    indirect = replace(article.statements[0], kind="indirect")
    ledger.add_page(page, [replace(article, statements=(indirect,))], reader="r1")
    data = exported(ledger, "statements", "jsonld")
    [node] = json.loads(data)["@graph"]
    assert (node["@type"], node["text"]) == ("Claim", "the bridge is shut")
    assert node["appearance"]["@type"] == "NewsArticle"
    assert [person["name"] for person in node["creator"]] == ["Mara Voss"]


def test_linked_data_says_who_did_it_to_whom_and_where_that_is_printed(told: Ledger) -> None:
    nodes = {node["@id"]: node for node in json.loads(exported(told, "events", "jsonld"))["@graph"]}
    ferry = nodes["urn:onrecord:v2"]
    assert (ferry["@type"], ferry["additionalType"], ferry["startTime"]) == ("Action", "COERCE", "2025-03-02")
    assert ([one["name"] for one in ferry["agent"]], ferry["object"]) == (["Kestria"], [])
    [target] = ferry["oa:hasTarget"]
    assert target["oa:hasSelector"][1]["oa:exact"] == "seized a ferry"
    assert target["oa:hasSelector"][1]["oa:prefix"].endswith("Kestria ")


def test_what_says_that_a_claim_is_untrue_reviews_it_and_other_links_are_annotations(ledger: Ledger) -> None:
    store(ledger, "Mara Voss: the bridge is shut.", ("Mara Voss", "the bridge is shut"))
    store(ledger, "Lin Jäder: that is untrue.", ("Lin Jäder", "that is untrue"))
    store(ledger, "Mara Voss: I was mistaken.", ("Mara Voss", "I was mistaken"))
    claim, denial, revision = (statement_with(ledger, words) for words in ("shut", "untrue", "mistaken"))
    link(ledger, "denies", denial, claim, words=("untrue",))
    link(ledger, "revises", revision, claim, sure=False)
    one, other = (article["id"] for article in ledger.articles()[:2])
    link(ledger, "copy", other, one)
    nodes = {node["@type"]: node for node in json.loads(exported(ledger, "links", "jsonld"))["@graph"]}
    review, annotation = nodes["ClaimReview"], nodes["oa:Annotation"]
    assert (review["itemReviewed"], review["reviewRating"]["alternateName"]) == (
        {"@id": f"urn:onrecord:{claim}"},
        "denied",
    )
    assert [one["oa:exact"] for one in review["oa:hasTarget"][0]["oa:hasSelector"]] == ["untrue"]
    assert annotation["oa:motivatedBy"] == {"@id": "oa:editing"}
    assert annotation["oa:hasBody"]["oa:hasSource"] == f"urn:onrecord:{revision}"
    assert annotation["disambiguatingDescription"] == "suggested, 0.9"
    assert nodes["NewsArticle"]["isBasedOn"] == {"@id": f"urn:onrecord:{one}"}


def test_an_utterance_is_a_work_and_each_printing_an_example_of_it(ledger: Ledger) -> None:
    for number in (1, 2):
        text = f"Mara Voss: the bridge is shut. {number}"
        store(ledger, text, ("Mara Voss", "the bridge is shut"), url=f"https://herald.example/{number}")
    link(ledger, "repeats", *(row["id"] for row in ledger.statements()))
    [work] = json.loads(exported(ledger, "utterances", "jsonld"))["@graph"]
    assert [one["name"] for one in work["creator"]] == ["Mara Voss"]
    assert [one["@type"] for one in work["workExample"]] == ["Quotation", "Quotation"]
    assert work["workExample"][1]["disambiguatingDescription"] == "none"
    assert work["workExample"][0]["isPartOf"]["publisher"]["name"] == "herald.example"
