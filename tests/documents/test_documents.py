"""Documents written by hand are those that the pipeline leaves, and what is wrong with one is told."""

from pathlib import Path

import pytest

from onrecord.extraction import DATELINES, PARTS
from tests.documents import FOLDER, Collection, MissingSentenceError, Sentence, Word, annotate, annotated, article_of
from tests.documents.conllu import Entry, read, write
from tests.documents.draft import add

ARRESTED = """
    # title
    Two       CD   nsubj    held      CARDINAL
    held      VBN  ROOT     -

    # paragraph
    Police    NNS  nsubj    arrested
    arrested  VBD  ROOT     -
    Ivo       NNP  compound Marek     PERSON
    Marek     NNP  dobj     arrested  PERSON
    and       CC   cc       Marek
    Lanta     NNP  conj     Marek     B-PERSON
    .         .    punct    arrested

    "         ``   punct    are
    We        PRP  nsubj    are
    are       VBP  ROOT     -
    n't       RB   neg      are
    sorry     JJ   acomp    are
    (         -LRB- punct   are
    yet       RB   advmod   are
    )         -RRB- punct   are
    .         .    punct    are
    "         ''   punct    are

    # paragraph
    The       DT   det      2
    dues      NNS  nsubj    rose      lemma=due
    rose      VBD  ROOT     -
    .         .    punct    rose
"""


def test_columns_are_a_document_of_parts_and_sentences() -> None:
    doc = annotated(ARRESTED)
    assert doc.text == 'Two held\n\nPolice arrested Ivo Marek and Lanta. "We aren\'t sorry (yet)."\n\nThe dues rose.'
    assert [(part.label_, part.text) for part in doc.spans[PARTS]] == [
        ("title", "Two held"),
        ("paragraph", 'Police arrested Ivo Marek and Lanta. "We aren\'t sorry (yet)."'),
        ("paragraph", "The dues rose."),
    ]
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Two held",
        "Police arrested Ivo Marek and Lanta.",
        '"We aren\'t sorry (yet)."',
        "The dues rose.",
    ]


def test_words_have_what_is_written_and_what_follows_from_it() -> None:
    doc = annotated(ARRESTED)
    told = {token.text: (token.tag_, token.pos_, token.dep_, token.head.text, token.lemma_) for token in doc}
    assert told["arrested"] == ("VBD", "VERB", "ROOT", "arrested", "arrest")
    assert told["Marek"] == ("NNP", "PROPN", "dobj", "arrested", "Marek")
    assert told["are"] == ("VBP", "AUX", "ROOT", "are", "be")
    assert told["dues"] == ("NNS", "NOUN", "nsubj", "rose", "due")
    assert [(name.text, name.label_) for name in doc.ents] == [
        ("Two", "CARDINAL"),
        ("Ivo Marek", "PERSON"),
        ("Lanta", "PERSON"),
    ]


def test_how_words_are_printed_may_be_told() -> None:
    doc = annotated("""
        # text = We can't pay
        We   PRP  nsubj  pay
        ca   MD   aux    pay
        n't  RB   neg    pay
        pay  VB   ROOT   -
    """)
    assert doc.text == "We can't pay"


def test_what_opens_with_a_dateline_has_one() -> None:
    doc = annotated("""
        # text = VELO -- It rained.
        VELO    NNP  npadvmod  rained  GPE
        --      :    punct     rained
        It      PRP  nsubj     rained
        rained  VBD  ROOT      -
        .       .    punct     rained
    """)
    assert [line.text for line in doc.spans[DATELINES]] == ["VELO --"]


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ("It PRP nsubj rained\nrained VBD ROOT -\nit PRP dobj thundered", "'thundered' is no one word"),
        ("It PRP nsubj that\nthat PRP dobj It\nrained VBD ROOT -", "'It' hangs on itself"),
        ("It PRP nsubj rained\nrained VBD dobj It", "must be the ROOT"),
        ("It PRP nsubj rains\nrains VERB ROOT -", "'VERB' is no tag"),
        ("It PRP obj rains\nrains VBZ ROOT -", "'obj' is no relation"),
        ("It PRP nsubj rains HUMAN\nrains VBZ ROOT -", "'B-HUMAN' is no name"),
        ("We PRP nsubj can't\ncan't VB ROOT -", 'the tokenizer has "ca n\'t" where "can\'t"'),
        ("# text = It snows\nIt PRP nsubj rains\nrains VBZ ROOT -", "'rains' is no next word"),
    ],
)
def test_what_is_no_document_is_told(columns: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        annotated(columns)


RAINED = Sentence(
    "Mara’s roof (leaked).",
    [
        Word("Mara", "NNP", "poss", 2, "B-PERSON"),
        Word("’s", "POS", "case", 0),
        Word("roof", "NN", "nsubj", 4),
        Word("(", "-LRB-", "punct", 4),
        Word("leaked", "VBD", "ROOT", 4, lemma="leak"),
        Word(")", "-RRB-", "punct", 4),
        Word(".", ".", "punct", 4),
    ],
)


def test_a_file_keeps_what_is_written(tmp_path: Path) -> None:
    entries = [Entry(RAINED, ("the parser has it otherwise",)), Entry(RAINED)]
    write(tmp_path / "a.conllu", entries)
    assert list(read(tmp_path / "a.conllu")) == entries
    lines = (tmp_path / "a.conllu").read_text(encoding="utf-8").splitlines()
    assert lines[:3] == [
        "# text = Mara’s roof (leaked).",
        "# the parser has it otherwise",
        "1\tMara\t_\t_\tNNP\t_\t3\tposs\t_\tNER=B-PERSON|SpaceAfter=No",
    ]
    assert lines[6] == "5\tleaked\tleak\t_\tVBD\t_\t0\tROOT\t_\tSpaceAfter=No"


def test_an_entry_that_is_no_tree_is_told_by_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.conllu").write_text("# text = Rain\n1\tRain\t_\t_\tNN\t_\t1\tnsubj\t_\t_\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.conllu: # text = Rain: one word"):
        list(read(tmp_path / "a.conllu"))


def test_a_paragraph_is_found_by_its_sentences(tmp_path: Path) -> None:
    write(tmp_path / "a.conllu", [Entry(RAINED)])
    article = article_of(f"{RAINED.text} {RAINED.text}", RAINED.text, title=RAINED.text)
    doc = Collection(tmp_path).document(article)
    assert [part.label_ for part in doc.spans[PARTS]] == ["title", "paragraph", "paragraph"]
    assert [token.head.text for token in doc if token.text == "roof"] == ["leaked"] * 4


def test_a_missing_sentence_is_told_with_the_command_that_adds_it(tmp_path: Path) -> None:
    write(tmp_path / "a.conllu", [Entry(RAINED)])
    with pytest.raises(MissingSentenceError) as told:
        Collection(tmp_path).document(article_of(f"{RAINED.text} It can’t.", title="Rain"), "events")
    assert str(told.value).endswith(f"python -m tests.documents add events --title=Rain '{RAINED.text} It can’t.'")


@pytest.mark.model
def test_a_draft_has_the_missing_sentences_of_a_text(tmp_path: Path) -> None:
    write(tmp_path / "a.conllu", [Entry(RAINED, ("corrected",))])
    paragraph = f"{RAINED.text} Ivo Marek didn’t see it. The town did."
    added = add("events", [paragraph], "Roof Leaks", tmp_path)
    assert [sentence.text for sentence in added] == ["Roof Leaks", "Ivo Marek didn’t see it.", "The town did."]
    assert [entry.comments for entry in read(tmp_path / "a.conllu")] == [("corrected",)]
    doc = Collection(tmp_path).document(article_of(paragraph, title="Roof Leaks"))
    assert [(name.text, name.label_) for name in doc.ents][-1] == ("Ivo Marek", "PERSON")
    assert add("events", [paragraph], "Roof Leaks", tmp_path) == []


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.conllu")), ids=lambda file: file.stem)
def test_the_files_are_as_they_are_written(file: Path, tmp_path: Path) -> None:
    write(tmp_path / "again", read(file))
    assert (tmp_path / "again").read_text(encoding="utf-8") == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.conllu")), ids=lambda file: file.stem)
def test_the_words_of_the_files_are_the_tokenizers(file: Path) -> None:
    for entry in read(file):
        annotate(article_of(entry.sentence.text), [entry.sentence])


def test_a_sentence_is_written_down_once() -> None:
    texts = [entry.sentence.text for entries in Collection().entries.values() for entry in entries]
    assert len(texts) == len(set(texts))
