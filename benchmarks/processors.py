"""Whether the encoder in 8 bits says the same on other processors, which an emulator stands for.

ONNX Runtime multiplies 8-bit numbers with VNNI where the processor has it. With AVX2 alone it adds up pairs of products
in 16 bits, where full 8-bit numbers overflow; the encoder's weights have 7 bits, so that its sums cannot. Which way was
taken shows in a product of full 8-bit numbers. What is left are the layers between, in 32 bits: a last digit that comes
out otherwise may round to another 8-bit number. Needs `qemu-x86_64` and the extra `training`.
"""

import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from onrecord import pages
from onrecord.errors import PageError
from onrecord.extraction import Document, find_quotations
from onrecord.extraction.attribution import attribute
from onrecord.extraction.encoder import FOLDER, Encoder
from onrecord.models import load_session
from onrecord.records import Article

_ROOT = Path(__file__).parent.parent
_PAGES = _ROOT / "examples" / "pages"
_EMULATOR = "qemu-x86_64"
_EMULATED = {"Haswell (AVX2, no VNNI)": ("-cpu", "Haswell"), "Nehalem (SSE4, no AVX)": ("-cpu", "Nehalem")}
# What NumPy would use on such processors, the emulator lacks; and where there are several threads it may break.
_EMULATION = {"OPENBLAS_CORETYPE": "Nehalem", "OPENBLAS_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
# Of two windows whose states differ by less, no number was rounded otherwise.
_NEARLY = 1e-5

# As many products as are summed, of the largest numbers there are.
_SUMMED, _LARGEST, _LARGEST_WEIGHT = 64, 255, 127
_PRODUCT = (
    '<ir_version: 8, opset_import: ["": 17]> g (uint8[n,k] a, int8[k,m] b) => (int32[n,m] y) {y = MatMulInteger(a, b)}'
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What one processor says.

    Attributes:
        overflows: whether sums of full 8-bit numbers do.
        outputs: of each output of the three networks, the values at each run.
        decisions: of each kind, all that was decided, in order.
    """

    overflows: bool
    outputs: Mapping[str, Sequence[NDArray[Any]]]
    decisions: Mapping[str, Sequence[Any]]


def main(exact: Path) -> None:
    """Read the example pages here and on the emulated processors, and print how much differs.

    Args:
        exact: the folder of the encoder in 32 bits, which is tried too if it is there.
    """
    emulator = shutil.which(_EMULATOR)
    if emulator is None:
        print(f"{_EMULATOR} is not installed: apt-get install qemu-user (Debian, Ubuntu)")
        return
    import onnx.parser  # type: ignore[import-not-found, import-untyped, unused-ignore]  # noqa: PLC0415

    encoders = {"8 bits": Path(str(FOLDER))} | ({"32 bits": exact} if exact.is_dir() else {})
    with tempfile.TemporaryDirectory() as temporary:
        (Path(temporary) / "product.onnx").write_bytes(onnx.parser.parse_model(_PRODUCT).SerializeToString())
        for title, encoder in encoders.items():
            here = _told(Path(temporary), encoder, [])
            others = {name: _told(Path(temporary), encoder, [emulator, *cpu]) for name, cpu in _EMULATED.items()}
            Console(width=120).print(_table(f"The encoder in {title}", here, others))


def _table(title: str, here: _Told, others: Mapping[str, _Told]) -> Table:
    table = Table(title=f"{title}, {len(here.outputs['states'])} windows of the example pages, by processor")
    table.add_column("")
    for name in ("this one", *others):
        table.add_column(name, justify="right")
    table.add_row("full 8-bit sums overflow", *("yes" if one.overflows else "no" for one in (here, *others.values())))
    for output, values in here.outputs.items():
        differences = (_difference(values, other.outputs[output]) for other in others.values())
        table.add_row(f"largest difference: {output}", "", *(f"{largest:.2g}" for largest in differences))
    states = here.outputs["states"]
    nearly = (
        sum(_difference([one], [two]) < _NEARLY for one, two in zip(states, other.outputs["states"], strict=True))
        for other in others.values()
    )
    table.add_row(f"windows with states within {_NEARLY:g}", f"{len(states):,}", *(f"{count:,}" for count in nearly))
    for kind, decided in here.decisions.items():
        same = (sum(a == b for a, b in zip(decided, other.decisions[kind], strict=True)) for other in others.values())
        table.add_row(f"the same: {kind}", f"{len(decided):,}", *(f"{count:,}" for count in same))
    return table


def _told(folder: Path, encoder: Path, emulator: Sequence[str]) -> _Told:
    """Return what a processor says, in a process of its own."""
    command = [*emulator, sys.executable, "-m", "benchmarks.processors", str(folder), str(encoder)]
    # The emulator warns of each instruction that it lacks.
    done = subprocess.run(command, cwd=_ROOT, check=False, capture_output=True, env=os.environ | _EMULATION)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}: {done.stderr.decode()[-1_000:]}")
    told: _Told = pickle.loads((folder / "told.pickle").read_bytes())
    return told


def _tell(folder: Path, encoder: Encoder) -> None:
    """Read the example pages, and write what was said."""
    outputs: dict[str, list[NDArray[Any]]] = defaultdict(list)
    decisions: dict[str, list[Any]] = defaultdict(list)
    with patch.object(onnxruntime.InferenceSession, "run", _kept(outputs)):
        for article in _articles():
            doc = Document(article).tokenize(encoder.language)
            quotes = find_quotations(doc)
            encoding = encoder.encode(encoder.split(doc, quotes))
            encoder.annotate(doc, encoding)
            for kind in ("tags", "heads", "labels", "names"):
                decisions[kind] += getattr(encoding, kind).tolist()
            relations = [(one.source, one.cue, one.content) for one in attribute(doc, quotes, encoder, encoding)]
            decisions["attributions, by article"].append(relations)
    told = _Told(_overflows(folder / "product.onnx"), dict(outputs), dict(decisions))
    (folder / "told.pickle").write_bytes(pickle.dumps(told))


def _articles() -> Iterator[Article]:
    files, _ = pages.find([_PAGES])
    for page in (page for file in files for page in pages.load(file)):
        if not isinstance(page, PageError):
            yield from pages.cut(page)


def _kept(outputs: dict[str, list[NDArray[Any]]]) -> Callable[..., list[NDArray[Any]]]:
    """Return what runs a session and keeps what it gives in `outputs`."""
    run = onnxruntime.InferenceSession.run

    def kept(session: onnxruntime.InferenceSession, *given: Any) -> list[NDArray[Any]]:  # noqa: ANN401 -- as `run` has it
        values: list[NDArray[Any]] = run(session, *given)
        for output, value in zip(session.get_outputs(), values, strict=True):
            # A copy, since the caller may change the values.
            outputs[output.name].append(value.copy())
        return values

    return kept


def _overflows(product: Path) -> bool:
    """Say whether a sum of products of the largest numbers comes out wrong."""
    left = np.full((1, _SUMMED), _LARGEST, dtype=np.uint8)
    right = np.full((_SUMMED, _SUMMED), _LARGEST_WEIGHT, dtype=np.int8)
    total = load_session(product).run(None, {"a": left, "b": right})[0]
    return bool((total != _SUMMED * _LARGEST * _LARGEST_WEIGHT).any())


def _difference(some: Sequence[NDArray[Any]], others: Sequence[NDArray[Any]]) -> float:
    """Return the largest difference of two numbers in the same place."""
    pairs = zip(some, others, strict=True)
    return max(float(np.abs(one.astype(np.float64) - other).max(initial=0.0)) for one, other in pairs)


if __name__ == "__main__":
    # By the name under which the parent knows `_Told`.
    from benchmarks.processors import _tell as tell

    tell(Path(sys.argv[1]), Encoder(Path(sys.argv[2])))
