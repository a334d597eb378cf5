"""An article with events made by hand, as nothing reads them there."""

import datetime

from onrecord import Article, Entity, Event, Label, Page, Participant, Published, Span, Statement
from tests.ledger.records import make_page, span

TEXT = (
    "Minister Halla Brenning accused Kestria: “Kestria seized a ferry near Ostrel.” "
    "Sailors of Kestria boarded the tug and shelled Velmora."
)
DAY = datetime.date(2025, 3, 7)


def ship_page() -> Page:
    return make_page(TEXT, url="https://herald.example/ship")


def ship(page: Page) -> Article:
    """An accusation, what it tells (a ferry seized on March 2), and what the narrator tells, of two actors in March."""

    def entity(name: str, type_: str, **more: str) -> Entity:
        return Entity(f"e{name[:3]}{type_}", name, type_, mentions=(span(page.text, name),), **more)  # type: ignore[arg-type]

    def words(part: str) -> tuple[Span, ...]:
        return (span(page.text, part),)

    brenning = entity("Halla Brenning", "person", role="Minister", country="VLM")
    kestria = entity("Kestria", "state", country="KES")
    sailors = entity("Sailors of Kestria", "group")
    velmora = entity("Velmora", "state", country="VLM")
    content = words("Kestria seized a ferry near Ostrel.")
    [cue] = words("accused")
    [source] = words("Minister Halla Brenning")
    said = Statement("s1", "direct", "speech", "accuse", content, cue, source, (brenning,), 0.9, targets=(kestria,))
    government, army = Participant(brenning, "GOV"), Participant(sailors, "MIL")
    state, other = Participant(kestria), Participant(velmora)
    [ostrel] = words("Ostrel")
    return Article(
        f"{page.sha256[:12]}-1",
        page,
        1,
        title=Label("A ferry and a tug"),
        published=Published(DAY, "metadata"),
        paragraphs=(Span(0, len(page.text), page.text),),
        statements=(said,),
        entities=(brenning, kestria, sailors, velmora),
        events=(
            Event("v1", "ACCUSE", (cue,), (government,), (state,), None, None, None, "happened", None, True, "s1", 0.8),
            Event(
                "v2", "COERCE", words("seized a ferry"), (state,), (), ostrel, "2025-03-02", "printed", "alleged",
                brenning, False, "s1", 0.7,
            ),
            Event(
                "v3", "ASSAULT", (*words("boarded the tug"), *words("shelled Velmora")), (state, army), (other,), None,
                "2025-03", "printed", "happened", None, True, None, 0.6,
            ),
        ),
    )  # fmt: skip
