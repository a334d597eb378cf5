"""How far the model's confidence can be believed: fitted and measured on PolNeAR dev, across articles."""

from collections.abc import Iterator, Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from spacy.tokens import Doc

from corpora import polnear
from corpora.articles import titled
from corpora.polnear import word_starts
from onrecord.extraction import Document, TokenRange, find_quotations
from onrecord.extraction.attribution import decode, hint_features
from onrecord.extraction.attribution.candidates import rule_relations
from onrecord.extraction.encoder import Calibration, Encoder
from onrecord.extraction.syntax import stretch
from training.reliability import Reliability, reliability

EVIDENCE = ("cue", "content", "link", "source", "sourceless")
_FOLDS = 5
_SAME_CONTENT = 0.5


def calibrate(encoder: Encoder) -> tuple[Calibration, Reliability]:
    """Return the calibration fitted on dev, and how it holds on articles that it was not fitted on (five folds)."""
    found = list(_relations(encoder))
    shown = np.array([[evidence.get(name, 0.0) for name in EVIDENCE] for _, evidence, _ in found])
    right = np.array([is_right for _, _, is_right in found])
    articles = np.array([article for article, _, _ in found])
    regression = LogisticRegression(C=1.0)
    folds = GroupKFold(_FOLDS)
    across = cross_val_predict(regression, shown, right, groups=articles, cv=folds, method="predict_proba")[:, 1]
    fitted = regression.fit(shown, right)
    weights = {name: round(float(weight), 4) for name, weight in zip(EVIDENCE, fitted.coef_[0], strict=True)}
    return Calibration(round(float(fitted.intercept_[0]), 4), weights), reliability(across, right)


def _relations(encoder: Encoder) -> Iterator[tuple[int, dict[str, float], bool]]:
    """Yield for each relation with a cue that is found on dev its article, its evidence, and if it is right."""
    for number, (text, relations) in enumerate(polnear.gold(polnear.part("dev")).values()):
        gold = [
            {role: {*word_starts(text, relation[role])} for role in ("source", "content")} for relation in relations
        ]
        document = Document(titled(text))
        doc = document.tokenize(encoder.language)
        quotes = find_quotations(doc)
        encoding = encoder.encode(encoder.split(doc, quotes))
        encoder.annotate(doc, encoding)
        for found in decode(doc, encoder.scores(doc, encoding, hint_features(doc, rule_relations(doc))), quotes):
            if found.cue is not None:
                content = _on_page(text, document, doc, found.content)
                source = _on_page(text, document, doc, [found.source] if found.source else [])
                yield number, found.evidence, any(_agree(content, source, one) for one in gold if one["content"])


def _on_page(text: str, document: Document, doc: Doc, tokens: Sequence[TokenRange]) -> set[int]:
    """Return where the words of ranges of tokens start on the page."""
    ranges = [stretch(doc[first], doc[end - 1]) for first, end in tokens]
    return {*word_starts(text, [(span.start, span.end) for span in document.to_page(ranges)])}


def _agree(content: set[int], source: set[int], gold: dict[str, set[int]]) -> bool:
    same = len(content & gold["content"]) >= _SAME_CONTENT * len(content | gold["content"])
    return same and bool(source & gold["source"] or not (source or gold["source"]))
