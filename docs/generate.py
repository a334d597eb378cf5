"""Write the parts of the documentation that are made from the code: python -m docs.generate.

A document names each part that is generated between two comments, `<!-- generated: NAME -->` and `<!-- end -->`. The
names are those of `GENERATED`; a command of the program is `command NAME`. A test compares what stands there with
what would be written.
"""

import inspect
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import onrecord
from docs import api_reference
from onrecord.cli.app import COMMANDS, load
from onrecord.extraction import RULES
from onrecord.ledger.rows import SHAPES, fields_of
from onrecord.rules import Rule

_REFERENCE = Path(__file__).parent / "reference"
_RULE_TABLES = Path(onrecord.__file__).parent / "rules" / "tables"
_PART = re.compile(r"(?P<begin><!-- generated: (?P<name>[\w ]+) -->\n).*?(?P<end><!-- end -->\n)", re.DOTALL)

_PARTS: tuple[type, ...] = (
    onrecord.SpanRow,
    onrecord.LabelRow,
    onrecord.PageRef,
    onrecord.ArticleRef,
    onrecord.EntityRef,
    onrecord.ParticipantRow,
    onrecord.CaptionRow,
    onrecord.TimeRow,
    onrecord.RoleRow,
    onrecord.AppearanceRow,
    onrecord.EvidenceRow,
    onrecord.PrintingRow,
    onrecord.ReadingRef,
)
_SCALARS: dict[object, str] = {str: "text", int: "number", float: "number", bool: "true or false"}
# What every command takes.
_EVERYWHERE = {"path", "json", "help"}
_CONSTANTS = {
    "FORMATS": "the formats of exports",
    "LinkRow": "how two statements, or two articles of which one is a copy, belong together",
    "SCHEMA_VERSION": "the version of the fields of rows, which stands in every exported JSON line",
    "SHOWN_CONFIDENCE": "the lowest confidence of statements that are shown by default",
    "SHOWN_MEDIA": "the media of statements that are shown by default",
    "TABLES": "the tables that can be exported",
    "VOCABULARIES": "every closed vocabulary: each value with its meaning",
}


def documents() -> list[Path]:
    """Return the documents that have generated parts."""
    return sorted(path for path in _REFERENCE.glob("*.md") if _PART.search(path.read_text(encoding="utf-8")))


def parts_of(document: str) -> list[str]:
    """Return the names of the generated parts of a document, in order."""
    return [match["name"] for match in _PART.finditer(document)]


def with_generated(document: str) -> str:
    """Return a document with its generated parts as they are now.

    Raises:
        KeyError: it names a part that nothing generates.
    """

    def renewed(match: re.Match[str]) -> str:
        return match["begin"] + "".join(f"{line}\n" for line in GENERATED[match["name"]]()) + match["end"]

    return _PART.sub(renewed, document)


def _fields() -> Iterator[str]:
    for table, shape in SHAPES.items():
        yield from (f"### {table}", "", "| field | type | what it is |", "|---|---|---|")
        yield from (f"| {line}" for line in _lines(shape))
        yield ""
    yield from ("### Parts of rows", "", "| part | field | type | what it is |", "|---|---|---|---|")
    for shape in _PARTS:
        yield from (f"| {_type_name(shape)} | {line}" for line in _lines(shape))


def _lines(shape: type) -> Iterator[str]:
    for one in fields_of(shape):
        types = [_type_name(type_) for type_ in one.types] + ["null"] * one.nullable
        yield f"`{one.name}` | {' or '.join(types)} | {one.field.about} |"


def _type_name(type_: Any) -> str:  # noqa: ANN401 -- any type
    if type_ in _SCALARS:
        return _SCALARS[type_]
    if get_origin(type_) is list:
        return f"[{_type_name(get_args(type_)[0])}]"
    return str(type_.__name__).removesuffix("Row").removesuffix("Ref").lower()


def _vocabularies() -> Iterator[str]:
    for name, values in onrecord.VOCABULARIES.items():
        yield from (f"## {name}", "", "| value | meaning |", "|---|---|")
        yield from (f"| {value} | {meaning} |" for value, meaning in values.items())
        yield ""


def _names() -> Iterator[str]:
    yield from ("| name | what it is |", "|---|---|")
    for name in sorted(onrecord.__all__, key=str.casefold):
        yield f"| `{name}` | {_about(name)} |"


def _about(name: str) -> str:
    if name in onrecord.VOCABULARIES:
        return f"a [vocabulary](vocabularies.md#{name.lower()}): {', '.join(onrecord.VOCABULARIES[name])}"
    return _CONSTANTS.get(name) or _summary(getattr(onrecord, name))


def _functions() -> Iterator[str]:
    for name in ("read", "upgrade"):
        yield from _callable(f"onrecord.{name}", getattr(onrecord, name))


def _methods() -> Iterator[str]:
    yield from _callable("onrecord.Ledger", onrecord.Ledger)
    for name in sorted(name for name in dir(onrecord.Ledger) if not name.startswith("_")):
        yield from _callable(f"ledger.{name}", getattr(onrecord.Ledger, name))


def _callable(name: str, one: Any) -> Iterator[str]:  # noqa: ANN401 -- a function or a class
    signature = inspect.signature(one)
    taken = ", ".join(_parameters(signature))
    given = "" if signature.return_annotation in {None, "None", inspect.Signature.empty} else _annotation(signature)
    yield from (f"### {name.rpartition('.')[2]}", "", "```text", f"{name}({taken}){given}", "```", "")
    summary, *rest = (inspect.getdoc(one) or "").split("\n\n")
    yield from (" ".join(summary.split()), "")
    for block in rest:
        yield from _described(block)


def _parameters(signature: inspect.Signature) -> Iterator[str]:
    named_only = False
    for one in signature.parameters.values():
        if one.name == "self":
            continue
        if one.kind is inspect.Parameter.KEYWORD_ONLY and not named_only:
            named_only = True
            yield "*"
        default = "" if one.default is inspect.Parameter.empty else f" = {one.default!r}"
        yield f"{one.name}: {_short(one.annotation)}{default}"


def _annotation(signature: inspect.Signature) -> str:
    return f" -> {_short(signature.return_annotation)}"


def _short(annotation: Any) -> str:  # noqa: ANN401 -- any annotation
    """Return an annotation as people write it: without quotes and modules."""
    return re.sub(r"\b(?:[A-Za-z_]+\.)+(?=[A-Za-z_]+)", "", inspect.formatannotation(annotation).strip("'"))


def _described(block: str) -> Iterator[str]:
    """Give a block of a docstring: a paragraph, or arguments and errors as a list."""
    title, _, listed = block.partition("\n")
    if title not in {"Args:", "Raises:"}:
        yield from (" ".join(block.split()), "")
        return
    yield from ({"Args:": "Arguments:", "Raises:": "Raises:"}[title], "")
    for entry in re.split(r"\n(?= {4}\S)", "\n" + listed)[1:]:
        name, _, about = " ".join(entry.split()).partition(": ")
        yield f"- `{name}`: {about}"
    yield ""


def _summary(one: object) -> str:
    return " ".join((inspect.getdoc(one) or "").partition("\n\n")[0].split())


def _commands() -> Iterator[str]:
    yield from ("| command | what it does |", "|---|---|")
    yield from (f"| [`{name}`](#{name}) | {line} |" for name, (_, line) in COMMANDS.items())


def _command(name: str) -> Iterator[str]:
    command = load(name)
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    usage = " ".join(_argument(one) for one in arguments)
    yield f"`onrecord {name} {usage}`".replace(" `", "`")
    options = [one for one in command.params if one not in arguments and one.name not in _EVERYWHERE]
    if arguments or options:
        yield from ("", "| argument or option | what it is |", "|---|---|")
    yield from (f"| `{_in_table(_argument(one))}` | {_help(one)} |" for one in arguments)
    yield from (f"| `{_in_table(_option(one))}` | {_help(one)} |" for one in options)


def _argument(one: Any) -> str:  # noqa: ANN401 -- the types of Typer's own copy of Click
    name = str(one.metavar or one.name.upper()) + ("..." if one.nargs == -1 else "")
    return name if one.required else f"[{name}]"


def _option(one: Any) -> str:  # noqa: ANN401 -- the types of Typer's own copy of Click
    names = ", ".join(one.opts)
    if one.is_flag:
        return names
    metavar = one.metavar or ("N" if one.name == "limit" else "FILE")
    return f"{names} {metavar}"


def _help(one: Any) -> str:  # noqa: ANN401 -- the types of Typer's own copy of Click
    return _in_table(" ".join(str(one.help or "").split()))


def _rules() -> Iterator[str]:
    """Give the rules of each subject, subjects in the order in which an article meets the first rule of each."""
    for subject in dict.fromkeys(rule.entry.subject for rule in RULES):
        about = (_RULE_TABLES / f"{subject}.toml").read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        yield from (f"## {subject.replace('_', ' ').capitalize()}", "", about, "")
        for rule in RULES:
            if rule.entry.subject == subject:
                yield from _rule(rule)


def _rule(rule: Rule[Any]) -> Iterator[str]:
    counted = f" What it proposes is right in {100 * rule.confidence:.0f} of 100." if rule.confidence else ""
    yield from (f"### `{rule.id}`", "", f"{_plain(rule.says)}{counted}", "")
    for example in rule.examples:
        yield f"- Speaks: {_plain(example.text)} → " + (f"`{example.gives.strip()}`" if example.gives else "nothing")
    yield from (f"- Keeps silent: {_plain(text)}" for text in rule.counterexamples)
    yield from (f"- Source: {_plain(source)}." for source in [rule.source] if source)
    yield ""


def _plain(text: str) -> str:
    """Return a text on one line, in which nothing is taken for a sign of Markdown; a paragraph begins behind "¶"."""
    return re.sub(r"([\\*_`<\[\]])", r"\\\1", " ".join(text.replace("\n\n", " ¶ ").split()))


def _in_table(text: str) -> str:
    return text.replace("|", "\\|")


GENERATED: dict[str, Callable[[], Iterator[str]]] = {
    "fields": _fields,
    "vocabularies": _vocabularies,
    "names": _names,
    "functions": _functions,
    "methods": _methods,
    "commands": _commands,
    "rules": _rules,
    "operations": api_reference.operations,
    "judgements": api_reference.bodies,
    "problems": api_reference.statuses,
} | {f"command {name}": lambda name=name: _command(name) for name in COMMANDS}
"""What is generated for each part, line by line."""


def main() -> None:
    """Write them all."""
    for path in documents():
        path.write_text(with_generated(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
