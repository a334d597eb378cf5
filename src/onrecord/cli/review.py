"""The command that asks a person about what the ledger is least certain of: review."""

import signal
import sys
from collections.abc import Callable, Sequence

import typer

from onrecord.cli.ledger_file import open_to_read, open_to_write
from onrecord.cli.options import DEFAULT_LEDGER, Json, LedgerFile, Limit
from onrecord.cli.render import Text, err, out, print_json
from onrecord.cli.stopping import if_stopped
from onrecord.errors import UsageError
from onrecord.ledger import (
    EndRow,
    JudgementRow,
    Ledger,
    LinkRow,
    ReviewRow,
    SideRow,
    judgement_text,
    local_day,
    question_text,
)

_KEYS = {
    "merge": "[y] the same  [n] different",
    "name": "[y] right  [n] somebody else",
    "speaker": "[y] right  [n] no statement of anybody  [t] type who said it",
    "link": "[y] yes  [n] no",
}
_ALWAYS = "[s] skip  [u] undo  [q] quit"

type _About = tuple[str | None, ...]


def review(limit: Limit = None, path: LedgerFile = DEFAULT_LEDGER, json: Json = False) -> None:
    """Ask about what is least certain, one key for an answer; with --json, print the questions instead."""
    if json:
        with open_to_read(path) as ledger:
            print_json(ledger.reviews(limit=limit))
    else:
        kept = "the answers that were given are kept; run the same command again to go on"
        with if_stopped(lambda: kept), open_to_write(path) as ledger:
            _Review(ledger).walk(limit)


class _Review:
    """One sitting: what was answered in it, so that it can be undone, and what was skipped."""

    def __init__(self, ledger: Ledger) -> None:
        self._book = ledger
        self._answers: list[JudgementRow | _About] = []

    def walk(self, limit: int | None) -> None:
        """Ask until there is nothing more, `limit` questions are answered or skipped, or the person quits."""
        while limit is None or len(self._answers) < limit:
            question = self._next()
            if question is None:
                err.print("Nothing is left to ask.")
                return
            _show(question, self._others(question))
            if not self._answer(question):
                return

    def _next(self) -> ReviewRow | None:
        skipped = {one for one in self._answers if isinstance(one, tuple)}
        found = self._book.reviews(limit=len(skipped) + 1)
        return next((one for one in found if _about(one) not in skipped), None)

    def _others(self, question: ReviewRow) -> list[str]:
        """Return who else may have made the statement that is asked about, as far as reading tells."""
        statement = question["statement"]
        reasons = self._book.explain(statement["id"])["reasons"] if statement is not None else []
        return [f"{one['other']} ({one['score']:.2f})" for one in reasons if one["by"] == "score/alternative"]

    def _answer(self, question: ReviewRow) -> bool:
        """Take keys until one is an answer; return False if the person quits."""
        while True:
            key = _key()
            if key == "q":
                return False
            if key == "s":
                self._answers.append(_about(question))
                return True
            if key == "u":
                self._undo()
                return True
            judge = _answers(self._book, question).get(key)
            if judge is None:
                err.print(Text(f"{_KEYS[question['question']]}  {_ALWAYS}"))
                continue
            try:
                made = judge()
            except UsageError as error:
                err.print(Text(str(error)))
                continue
            self._answers.append(made)
            err.print(Text(f"{made['id']}: {judgement_text(made)}"))
            return True

    def _undo(self) -> None:
        """Take back the last answer, or ask again what was skipped last."""
        if not self._answers:
            err.print("Nothing was answered yet.")
            return
        last = self._answers.pop()
        if not isinstance(last, tuple):
            err.print(Text(f"{self._book.undo(last['id'])['id']} undone"))


def _answers(ledger: Ledger, question: ReviewRow) -> dict[str, Callable[[], JudgementRow]]:
    """Return what each key decides."""
    one, other, called, statement = question["one"], question["other"], question["called"], question["statement"]
    if statement is not None:
        identifier = statement["id"]
        return {
            "y": lambda: ledger.confirm(identifier),
            "n": lambda: ledger.dismiss(identifier),
            "t": lambda: ledger.reattribute(identifier, _line("Who said it? ")),
        }
    link = question["link"]
    if link is not None:
        return {"y": lambda: ledger.confirm_link(link["id"]), "n": lambda: ledger.reject_link(link["id"])}
    assert one is not None
    assert other is not None
    if called is not None:
        return {
            "y": lambda: ledger.confirm_name(other["id"], called),
            "n": lambda: ledger.split(other["id"], called=[called]),
        }
    return {
        # The one that was known before stays.
        "y": lambda: ledger.merge(other["id"], one["id"]),
        "n": lambda: ledger.keep_apart(other["id"], one["id"]),
    }


def _about(question: ReviewRow) -> _About:
    sides = (question[name] for name in ("one", "other", "statement", "link"))
    return question["question"], question["called"], *(side["id"] if side else None for side in sides)


def _show(question: ReviewRow, others: Sequence[str]) -> None:
    """Print a question: both sides, and why, of a statement who `others` may have made it; then the keys."""
    one, other, called, statement = question["one"], question["other"], question["called"], question["statement"]
    out.print(Text(f"\n{question_text(question)}", style="bold"))
    if question["link"] is not None:
        _show_link(question["link"], question["ends"])
    elif one is not None and statement is not None:
        out.print(Text(" ... ".join(" ".join(span["text"].split()) for span in statement["content"])))
        source = statement["source"]
        _show_side(one, "printed as: " + (source["text"] if source else "(nobody)"))
        if others:
            out.print(Text(f"  or was it: {', '.join(others)}", style="dim"))
    elif one is not None and other is not None:
        _show_side(one, called)
        _show_side(other, None)
        _show_why(question)
    out.print(Text(f"{_KEYS[question['question']]}  {_ALWAYS}", style="dim"))


def _show_link(link: LinkRow, ends: Sequence[EndRow]) -> None:
    for end in ends:
        article, statement = end["article"], end["statement"]
        who = ", ".join(one["name"] for one in statement["speakers"]) or "?" if statement else article["id"]
        known = [one for one in (local_day(article["published"]), article["title"]) if one]
        out.print(Text(f"  {who}", style="cyan").append(f"  {', '.join(known)}", "dim"))
        if end["line"]:
            out.print(Text(f"    {end['line']}", style="italic"))
    out.print(Text(f"  why: {link['reason']} ({link['confidence']:.2f})", style="dim"))


def _show_side(side: SideRow, called: str | None) -> None:
    known = [side["type"], *([side["country"]] if side["country"] else [])]
    roles = [f"{role['role']}{_days(role['first'], role['last'])}" for role in side["roles"]]
    days = f", seen{_days(side['first'], side['last'])}" if side["first"] else ""
    out.print(Text(f"  {called or side['name']}", style="cyan").append(f"  {', '.join([*known, *roles])}{days}", "dim"))
    if side["line"]:
        out.print(Text(f"    {side['line']}", style="italic"))


def _show_why(question: ReviewRow) -> None:
    parts = [f"{one['name']} ({one['value'] * one['weight']:+.1f})" for one in question["features"]]
    out.print(Text(f"  why: {', '.join(parts) or 'nothing tells'}", style="dim"))


def _days(first: str | None, last: str | None) -> str:
    if first is None:
        return ""
    return f" {first}" if first == last else f" {first} to {last}"


def _key() -> str:
    """Return the next key, or the first character of the next line where standard input is no terminal."""
    if not sys.stdin.isatty():
        line = sys.stdin.readline()
        return line.strip()[:1] if line else "q"
    try:
        return typer.getchar()
    except EOFError:
        return "q"
    except KeyboardInterrupt:
        # The terminal gives keys unread, so that this one is no signal.
        signal.raise_signal(signal.SIGINT)
        return "q"


def _line(asked: str) -> str:
    err.print(asked, end="")
    return sys.stdin.readline().strip()
