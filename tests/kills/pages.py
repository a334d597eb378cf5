"""Small invented pages, in which the same people speak again and again."""

from pathlib import Path

_PEOPLE = ("Mara Voss", "Teodor Brandt", "Halla Orlen", "Radek Solm", "Nora Achterberg")
_ROLES = ("Mayor", "Minister", "Harbour chief", "Union leader", "Professor")
_SUBJECTS = ("the bridge", "the ferry", "the harbour levy", "the night train", "the water tower")


def write_pages(folder: Path, count: int, *, first: int = 0) -> Path:
    """Write `count` pages into a folder, one file each, those from number `first` on; return the folder.

    A page of a number is the same wherever it is written.
    """
    folder.mkdir(exist_ok=True)
    for number in range(first, first + count):
        one, other = _PEOPLE[number % 5], _PEOPLE[(number + 1 + number // 5) % 5]
        role, subject = _ROLES[number % 5], _SUBJECTS[(number * 3) % 5]
        text = (
            f"Dispute about {subject}, part {number}\n\n"
            f"Published on March {number % 27 + 1}, 2025\n\n"
            f"{role} {one} said on Monday that {subject} would be closed for {number + 3} days.\n\n"
            f"“Nobody asked the {number + 20} people who work there,” {other} said.\n\n"
            f"{one.split()[1]} rejected the criticism of {other}.\n"
        )
        (folder / f"page-{number:03}.txt").write_text(text, encoding="utf-8")
    return folder
