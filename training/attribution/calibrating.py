"""How far the model's confidence can be believed: fitted and measured on PolNeAR dev, across articles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import matplotlib.pyplot as plt
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
from onrecord.extraction.encoder import Calibration, Encoder, Floats, Ints
from onrecord.extraction.syntax import stretch

EVIDENCE = ("cue", "content", "link", "source", "sourceless")
_BINS = 10
_FOLDS = 5
_SAME_CONTENT = 0.5


@dataclass(frozen=True, slots=True)
class Reliability:
    """How often relations of a confidence are right, by tenths of confidence."""

    confident: Floats
    right: Floats
    counts: Ints

    @property
    def error(self) -> float:
        """The expected calibration error (Guo et al., ICML 2017): the mean distance of the two, 0 to 1."""
        return float((np.abs(self.confident - self.right) * self.counts).sum() / self.counts.sum())


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


def reliability(confident: Floats, right: Ints) -> Reliability:
    """Return how often predictions of each tenth of confidence are right; tenths without any are left out."""
    tenth = np.minimum((confident * _BINS).astype(int), _BINS - 1)
    used = np.unique(tenth)
    return Reliability(
        np.array([confident[tenth == number].mean() for number in used]),
        np.array([right[tenth == number].mean() for number in used]),
        np.array([(tenth == number).sum() for number in used]),
    )


def draw(found: Reliability, file: Path) -> None:
    """Write the reliability diagram to `file`."""
    plt.rcParams["svg.hashsalt"] = "onrecord"
    figure, axes = plt.subplots(figsize=(4.5, 4.5), layout="constrained")
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--", label="as sure as right")
    axes.plot(found.confident, found.right, marker="o", label=f"expected calibration error {found.error:.3f}")
    for x, y, count in zip(found.confident, found.right, found.counts, strict=True):
        axes.annotate(str(count), (x, y), textcoords="offset points", xytext=(6, -10), fontsize=8)
    axes.set(xlabel="confidence of statements", ylabel="share that is right", xlim=(0, 1), ylim=(0, 1))
    axes.legend(loc="upper left", frameon=False)
    figure.savefig(file, metadata={"Date": None})
    plt.close(figure)


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
