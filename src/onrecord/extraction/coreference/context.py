"""What a sieve may look at: who is named, and what is known at the place of the mention that it is asked about."""

from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.extraction.coreference.antecedents import REACH, Layout, best_before, named_beside, of_gender
from onrecord.extraction.coreference.descriptions import is_of_people
from onrecord.extraction.coreference.referents import Referents
from onrecord.extraction.entities import Discourse, DiscourseEntity
from onrecord.vocabulary import Gender

# Who is named so many times less often than another is not who a distant pronoun stands for.
_RARELY = 3


class Context(NamedTuple):
    """The state of the discourse at one mention, to be looked at and not to be changed.

    Attributes:
        doc: the document.
        layout: its paragraphs and sentences.
        discourse: who is named in it, and who has been described so far.
        quoted: the tokens that stand in the contents of statements; those whom they mention are talked about.
        author: who writes, as far as the article names them.
        writes: the author writes as "I", so that no pronoun of theirs is about them.
        last: where somebody spoke last before the mention, and who.
        around: the speakers of the innermost statement in whose words the mention stands, nobody in the narration.
        between_marks: those words stand between quote marks.
        known: whom the pronouns and noun phrases resolved so far stand for, by their heads.
        subjects: whom the pronouns and offices stand for that are subjects of the narration, by token.
    """

    doc: Doc
    layout: Layout
    discourse: Discourse
    quoted: Collection[int]
    author: DiscourseEntity | None
    writes: bool
    last: tuple[int, tuple[DiscourseEntity, ...]]
    around: tuple[DiscourseEntity, ...]
    between_marks: bool
    known: Mapping[int, Referents]
    subjects: Mapping[int, DiscourseEntity]

    @property
    def barred(self) -> tuple[DiscourseEntity, ...]:
        """Whom a pronoun does not stand for: between quote marks who speaks there, anywhere who writes as "I"."""
        writing = (self.author,) if self.writes and self.author is not None else ()
        return (*(self.around if self.between_marks else ()), *writing)

    def owner(self, pronoun: Token) -> DiscourseEntity | None:
        """Return whose something is by the possessive `pronoun` beside it, None where that is not known."""
        known = self.known.get(pronoun.i)
        return known.entities[0] if known is not None and len(known.entities) == 1 else None

    def likeliest(self, at: Token, fits: Callable[[DiscourseEntity], bool]) -> DiscourseEntity | None:
        """Return the entity before `at` whom it most likely stands for, of those that fit; None if there is none."""
        where, last = self.last
        barred = self.barred
        return best_before(
            self.discourse,
            self.layout,
            at,
            lambda entity: entity not in barred and fits(entity),
            last=(where, last) if 0 < at.i - where < REACH else (at.i, ()),
            quoted=self.quoted,
            resolved=[(entity, self.doc[i : i + 1]) for i, entity in self.subjects.items() if at.i - REACH <= i < at.i],
            beside=named_beside(self.discourse, at),
        )

    def likeliest_person(
        self, at: Token, gender: Gender | None, among: Collection[DiscourseEntity] = ()
    ) -> DiscourseEntity | None:
        """Return the person of a gender, and of those in `among` if any, whom `at` most likely stands for, or None.

        Where nobody near may be meant it is the only one of the article who may ("she", page after page).
        """
        known = of_gender(gender)

        def fits(entity: DiscourseEntity) -> bool:
            told = entity.named or entity.gender is not None or is_of_people(entity.mentions[0].root)
            return told and known(entity) and (not among or entity in among)

        return self.likeliest(at, fits) or self._only(at, fits)

    def _only(self, at: Token, fits: Callable[[DiscourseEntity], bool]) -> DiscourseEntity | None:
        """Return the one named person before `at` who may be meant, rare ones left out; None for none or several."""
        barred = self.barred
        found = [m for m in self.discourse.entities if m.named and m not in barred and fits(m) and m.before(at.i)]
        often = max((len(entity.mentions) for entity in found), default=0)
        found = [entity for entity in found if len(entity.mentions) * _RARELY >= often]
        return found[0] if len(found) == 1 else None
