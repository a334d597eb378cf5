"""From cases edited by hand (cases*.toml) to gold in the structure of the shared cases.json.

Spans are written as the words printed in the text. Where the words stand more than once the occurrence
follows them: "he#2" is the second whole-word "he" of the text. A value that names more than one stretch of
text is a list. "none" stands for JSON null where TOML has none (dates, alternatives, countries).

Defaults, so that a case says only what is special about it:

- statement: kind "indirect"; speaker's alternatives, targets, and so on empty; `quoted` is the content of a direct
  quotation; `date` is the document's day with null also right ("article-day"), or null for a nested statement; a
  printed `date` has the basis "printed". `source_head` is the speaker's name inside the source, or the
  longest form of it there.
- entity: `forms` is its name; every occurrence of a form is looked up, or the one whose number it bears.
- figure (a quantity): `by` is the speaker of its `statement`, or the narrator.
- deed (an event): `asserted_by` is the narrator, `modality` "actual".

Anything the text does not bear out is an error that names the case and the words.
"""

import datetime
import tomllib
from typing import Any

from corpora.hard_cases.case_text import CaseError, CaseText, Json, as_list, null
from corpora.hard_cases.fields import ACTS, ALLOWED, KINDS, NEEDED, RELATIONS, ROOTS


class Case:
    """One case of the TOML file on its way to JSON."""

    def __init__(self, raw: Json) -> None:
        self.id: str = raw.get("id", "case without an id")
        self.raw = raw
        self._check_keys("case", raw)
        self.doc_date: str = raw["doc_date"]
        self.text = CaseText(self.id, raw["text"])
        self.names = {e["name"] for e in raw.get("entities", [])}

    def _fail(self, why: str) -> CaseError:
        return CaseError(f"{self.id}: {why}")

    def _check_keys(self, what: str, item: Json) -> None:
        which = item.get("id") or item
        if missing := NEEDED[what] - set(item):
            raise self._fail(f"{what} {which} lacks {sorted(missing)}")
        if unknown := set(item) - NEEDED[what] - ALLOWED[what]:
            raise self._fail(f"{what} {which} has unknown {sorted(unknown)}")

    def _check_words(self, what: str, values: list[str], allowed: frozenset[str]) -> None:
        if wrong := set(values) - allowed:
            raise self._fail(f"{sorted(wrong)} is no {what}")

    def _known(self, names: object) -> list[Any]:
        """Names of entities of this case ("none" becomes null)."""
        out = [null(n) for n in as_list(names)]
        if missing := {n for n in out if n is not None} - self.names:
            raise self._fail(f"no entity is called {sorted(missing)}")
        return out

    def _local(self, statement: str | None) -> str | None:
        """The full id of a statement of this case."""
        if statement is None:
            return None
        if statement not in {s["id"] for s in self.raw.get("statements", [])}:
            raise self._fail(f"there is no statement {statement!r}")
        return f"{self.id}-{statement}"

    def _entity(self, raw: Json) -> Json:
        self._check_keys("entity", raw)
        forms: dict[str, list[Json]] = {}
        for printed in raw.get("forms", [raw["name"]]):
            forms.setdefault(self.text.split(printed)[0], []).extend(self.text.found(printed))
        out: Json = {
            "name": raw["name"],
            "type": raw.get("type", "person"),
            "country": null(raw.get("country")),
            "forms": [{"form": form, "occurrences": at} for form, at in forms.items()],
        }
        return out | ({"unnamed": True} if raw.get("unnamed") else {})

    def _head(self, source: Json | None, speakers: list[str]) -> Json | None:
        """The speaker's name inside the source, or its longest form there, else the whole source."""
        if source is None or len(speakers) != 1:
            return source
        name = speakers[0]
        entity = next(e for e in self.raw["entities"] if e["name"] == name)
        inside = [
            span
            for printed in entity.get("forms", [name])
            for span in self.text.found(printed)
            if source["start"] <= span["start"] and span["end"] <= source["end"]
        ]
        return max(inside, key=lambda s: (s["text"] == name, s["end"] - s["start"]), default=source)

    def _said_on(self, raw: Json) -> Json:
        """Date, basis and accepted alternatives of a statement."""
        if "date" in raw:
            date = null(raw["date"])
            basis = raw.get("date_basis", "printed" if date else None)
            alt = [null(d) for d in raw.get("date_alt", [])]
        elif "nested_in" in raw:
            date, basis, alt = None, None, [null(d) for d in raw.get("date_alt", [])]
        else:
            date, basis, alt = self.doc_date, "article-day", [None, *(null(d) for d in raw.get("date_alt", []))]
        return {"date": date, "date_basis": basis, "date_alt": alt, "date_interval": raw.get("date_interval")}

    def _statement(self, raw: Json) -> Json:
        self._check_keys("statement", raw)
        kind, act = raw.get("kind", "indirect"), raw["act"]
        self._check_words("kind", [kind, *raw.get("kind_alt", [])], KINDS)
        self._check_words("act", [act, *raw.get("act_alt", [])], ACTS)
        speakers = self._known(raw.get("speaker"))
        source = self.text.optional_span(raw.get("source"))
        content = self.text.spans(raw.get("content"))
        out: Json = {
            "id": self._local(raw["id"]),
            "article": 0,
            "region": raw.get("region", "body"),
            "content": content,
            "quoted": self.text.spans(raw["quoted"]) if "quoted" in raw else content if kind == "direct" else [],
            "object": self.text.spans(raw.get("object")),
            "glosses": [],
            "parts": [{"content": self.text.spans(p["content"]), "act": p["act"]} for p in raw.get("parts", [])],
            "cue": self.text.optional_span(raw.get("cue")),
            "source": source,
            "speaker": speakers[0] if speakers else None,
            "speakers": speakers,
            "speaker_alt": self._known(raw.get("speaker_alt")),
            "on_behalf_of": next(iter(self._known(raw.get("on_behalf_of"))), None),
            "kind": kind,
            "kind_alt": raw.get("kind_alt", []),
            "act": act,
            "act_alt": raw.get("act_alt", []),
            "targets": self._known(raw.get("targets")),
            "targets_alt": self._known(raw.get("targets_alt")),
            "addressees": self._known(raw.get("addressees")),
            "channel": self.text.optional_span(raw.get("channel")),
            "channel_inferred": None,
            **self._said_on(raw),
            "nested_in": self._local(raw.get("nested_in")),
            "reported_by": next(iter(self._known(raw.get("reported_by"))), None),
            "evidence": None,
            "attribution": raw.get("attribution", "explicit"),
            "refers_to": [self._local(s) for s in raw.get("refers_to", [])],
            "optional": raw.get("optional", False),
            "note": raw.get("note"),
            "source_head": self._head(source, speakers),
        }
        if out["targets_alt"] and not out["targets"]:
            raise self._fail(f"{out['id']}: targets_alt without targets is never read")
        return out | ({"modality": raw["modality"]} if "modality" in raw else {})

    def _not_statement(self, raw: Json) -> Json:
        self._check_keys("not_statement", raw)
        return self.text.span(raw["text"]) | {"article": 0, "type": raw["type"], "why": raw.get("why")}

    def _quantity(self, number: int, raw: Json) -> Json:
        self._check_keys("figure", raw)
        if not {"value", "min", "max"} & set(raw):
            raise self._fail(f"the figure {raw['span']!r} has no value")
        of: Json = next((s for s in self.raw.get("statements", []) if s["id"] == raw.get("statement")), {})
        by = as_list(raw.get("by", of.get("speaker", "narrator")))
        self._known([n for n in by + raw.get("by_alt", []) if n != "narrator"])
        hedge = self.text.optional_span(raw.get("hedge"))
        return {
            "id": f"{self.id}-f{number}",
            "article": 0,
            "span": self.text.span(raw["span"]),
            "value": raw.get("value"),
            "min": raw.get("min"),
            "max": raw.get("max"),
            "min_exclusive": raw.get("min_exclusive", False),
            "unit": raw["unit"],
            "what": raw.get("what"),
            "about": raw.get("about", []),
            "hedge": hedge["text"] if hedge else None,
            "hedge_span": hedge,
            "asserted_by": by[0] if len(by) == 1 else by,
            "asserted_by_alt": raw.get("by_alt", []),
            "statement": self._local(raw.get("statement")),
            "date": raw.get("date"),
            "optional": raw.get("optional", False),
            "note": raw.get("note"),
        }

    def _time(self, number: int, raw: Json) -> Json:
        self._check_keys("time", raw)
        return {
            "id": f"{self.id}-t{number}",
            "article": 0,
            "region": raw.get("region", "body"),
            "span": self.text.span(raw["span"]),
            "iso": raw["iso"],
            "iso_alt": raw.get("iso_alt", []),
            "type": raw.get("type", "date"),
            "anchor": raw.get("anchor"),
            "optional": raw.get("optional", False),
            "note": raw.get("note"),
        }

    def _event(self, number: int, raw: Json) -> Json:
        self._check_keys("deed", raw)
        self._check_words("PLOVER root", [raw["root"], *raw.get("root_alt", [])], ROOTS)
        asserted_by = raw.get("asserted_by", "narrator")
        self._known([] if asserted_by == "narrator" else asserted_by)
        return {
            "id": f"{self.id}-d{number}",
            "article": 0,
            "spans": self.text.spans(raw["spans"]),
            "label": raw.get("label"),
            "actor": self._known(raw.get("actor")),
            "target": self._known(raw.get("target")),
            "place": raw.get("place"),
            "date": raw.get("date"),
            "root": raw["root"],
            "root_alt": raw.get("root_alt", []),
            "asserted_by": asserted_by,
            "statement": self._local(raw.get("statement")),
            "polarity": raw.get("polarity", "positive"),
            "modality": raw.get("modality", "actual"),
            "optional": raw.get("optional", False),
            "note": raw.get("note"),
        }

    def _link(self, number: int, raw: Json) -> Json:
        self._check_keys("thread", raw)
        self._check_words("relation", [raw["relation"], *raw.get("relation_alt", [])], RELATIONS)
        return {
            "id": f"{self.id}-h{number}",
            "from": self._local(raw["from"]),
            "relation": raw["relation"],
            "relation_alt": raw.get("relation_alt", []),
            "to": self._local(raw["to"]),
            "optional": raw.get("optional", False),
            "note": raw.get("note"),
        }

    def _metonym(self, raw: Json) -> Json:
        self._check_keys("metonym", raw)
        literal = raw.get("literal", False)
        stands_for = next(iter(self._known(raw.get("stands_for"))), None)
        return self.text.span(raw["span"]) | {"stands_for": stands_for, "literal": literal, "note": raw.get("note")}

    def json(self) -> Json:
        """Return the case as cases.json has it."""

        def items(key: str) -> list[Json]:
            found: list[Json] = self.raw.get(key, [])
            return found

        ids = [s["id"] for s in items("statements")]
        if len(ids) != len(set(ids)):
            raise self._fail("two statements share an id")
        return {
            "id": self.id,
            "doc_date": self.doc_date,
            "doc_weekday": datetime.date.fromisoformat(self.doc_date).strftime("%A"),
            "phenomena": self.raw["phenomena"],
            "text": self.text.text,
            "entities": [self._entity(e) for e in items("entities")],
            "statements": [self._statement(s) for s in items("statements")],
            "not_statements": [self._not_statement(n) for n in items("not_statements")],
            "figures": [self._quantity(i, q) for i, q in enumerate(items("figures"), 1)],
            "times": [self._time(i, t) for i, t in enumerate(items("times"), 1)],
            "threads": [self._link(i, k) for i, k in enumerate(items("threads"), 1)],
            "metonyms": [self._metonym(m) for m in items("metonyms")],
            "deeds": [self._event(i, e) for i, e in enumerate(items("deeds"), 1)],
        }


def converted(toml: str) -> Json:
    """Return the gold that a TOML file's text has, in the structure of cases.json.

    Raises:
        CaseError: a case says something that its text or its own lists do not bear out.
    """
    cases = [Case(raw).json() for raw in tomllib.loads(toml)["case"]]
    ids = [c["id"] for c in cases]
    if doubled := sorted({i for i in ids if ids.count(i) > 1}):
        raise CaseError(f"{doubled[0]}: two cases share this id")
    return {
        "offset_unit": "Unicode code points of each case text; end exclusive",
        "conventions": "same schema as cases.json; all texts self-written, people and words invented",
        "cases": cases,
    }
