"""Fit the ranking of antecedents, and count what the sieves of coreference are worth.

    python -m training.antecedents [--unseen]

Reads the articles of three corpora (half a minute), fits the weights by folds of articles and then on all, calibrates
them, prints how many choices are right, and writes the tables to `src/onrecord/models/antecedents` with their card.
Choices rest on earlier choices, which are made with the weights that are there: after a change of features it is run
twice. With --unseen it fits nothing, and prints how good the choices are on the part that nothing was learnt from.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from onrecord.extraction.coreference import FORMS
from onrecord.extraction.encoder import Encoder
from training.antecedents.examples import Example, examples
from training.antecedents.figures import bins, calibration_error, share
from training.antecedents.fitting import Model, Numbers, by_folds, fit, probabilities, temperature
from training.antecedents.tables import write_card, write_sieves, write_weights


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unseen", action="store_true", help="look at the part that nothing was learnt from")
    unseen = parser.parse_args().unseen
    told = examples(Encoder(), unseen=unseen)
    if unseen:
        shipped = Model.shipped()
        _print(told.choices, [probabilities(shipped.scores(one)) for one in told.choices])
        return
    scored = by_folds(told.choices)
    divisor = temperature(told.choices, scored)
    shares = [probabilities(scores, divisor) for scores in scored]
    figures = _print(told.choices, shares)
    write_weights(fit(told.choices), divisor)
    write_sieves(told.right, told.asked)
    write_card(figures | {"temperature": round(divisor, 3)})


def _print(choices: Sequence[Example], shares: Sequence[Numbers]) -> dict[str, Any]:
    """Print how many choices are right and how probable they were, and return it for the card."""
    console = Console(width=120)
    table = Table("form", "choices", "right", "95 % by article", "wrong name", title="Choices")
    card: dict[str, Any] = {"choices": dict(Counter(one.corpus for one in choices)), "right": {}}
    for form in ("all", *FORMS):
        chosen = [number for number, one in enumerate(choices) if form in {"all", one.form}]
        if chosen:
            found = share([choices[number] for number in chosen], [shares[number] for number in chosen])
            card["right"][form] = {"of": found.of, "right": round(found.right, 3), "wrong": found.wrong}
            interval = f"{found.low:.2f}-{found.high:.2f}"
            table.add_row(form, str(found.of), f"{found.right:.3f}", interval, str(found.wrong))
    console.print(table)
    reliable = bins(choices, shares)
    table = Table("probability", "choices", "right", title="How probable, and how often right")
    for one in reliable:
        table.add_row(f"{one.said:.2f}", str(one.of), f"{one.right:.2f}")
    console.print(table)
    error = calibration_error(reliable)
    console.print(f"expected calibration error {error:.3f}")
    reliability = [[round(one.said, 3), one.of, round(one.right, 3)] for one in reliable]
    return card | {"reliability": reliability, "expected calibration error": round(error, 3)}


if __name__ == "__main__":
    main()
