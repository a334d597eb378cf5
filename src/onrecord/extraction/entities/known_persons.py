"""The persons named in full so far, for asking whether one of them bears a name."""

from collections.abc import Iterable
from itertools import islice

from onrecord.extraction.entities.discourse import DiscourseEntity
from onrecord.extraction.entities.person_names import PARTICLES, PersonName

MOST = 200
"""So many persons of one surname are told apart by how they are named. No page of news has so many; where a list has
more, a name counts for one of the others only if all of it is the same."""

type _Named = tuple[PersonName, DiscourseEntity]


class KnownPersons:
    """Persons by their names. Who asks for a name looks at those who may bear it, and not at all.

    Attributes:
        persons: all of them, with their names, in the order in which they were added.
    """

    def __init__(self) -> None:
        self.persons: list[_Named] = []
        self._same: dict[PersonName, DiscourseEntity] = {}
        self._by_later_word: dict[str, list[tuple[int, _Named]]] = {}
        self._given: dict[tuple[str, str], list[tuple[int, _Named]]] = {}

    def add(self, name: PersonName, person: DiscourseEntity) -> None:
        """Add a person with a name of two words or more."""
        numbered = len(self.persons), (name, person)
        self.persons.append(numbered[1])
        self._same.setdefault(name, person)
        for surname in {form for word in name.words[1:] for form in _forms(word)}:
            self._by_later_word.setdefault(surname, []).append(numbered)
        for given in (" ".join(name.words[:-1]), ""):
            self._given.setdefault((given, name.words[-1][:1]), []).append(numbered)

    def called(self, name: PersonName) -> DiscourseEntity | None:
        """Return the first person whose name is a name of two words or more, or extends it, else one it misspells."""
        return self.extended(name) or next(iter(self.resembled(name)), None)

    def extended(self, name: PersonName) -> DiscourseEntity | None:
        """Return the first person whose name extends a name of two words or more, None if there is none."""
        near = self._near(self._by_later_word.get(surname, []) for surname in sorted(_forms(name.words[-1])))
        return next((person for known, person in near if known.extends(name)), self._same.get(name))

    def resembled(self, name: PersonName) -> list[DiscourseEntity]:
        """Return the persons whose surname a name misspells, by all given names where it has any."""
        near = self._near([self._given.get((" ".join(name.words[:-1]), name.words[-1][:1]), [])] if name.words else [])
        return [person for known, person in near if known.resembles(name)]

    @staticmethod
    def _near(lists: Iterable[Iterable[tuple[int, _Named]]]) -> Iterable[_Named]:
        """Return the first of the persons in `lists`, each once, in the order in which they were added."""
        numbered = dict(one for own in lists for one in islice(own, MOST))
        return [numbered[number] for number in sorted(numbered)[:MOST]]


def _forms(surname: str) -> set[str]:
    """Return a surname as it stands and without an Arabic article."""
    return {surname, *(surname.removeprefix(particle) for particle in PARTICLES)}
