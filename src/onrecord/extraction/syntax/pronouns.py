"""Classes of pronouns, by their forms (lower case)."""

from onrecord.vocabulary import Gender

GENDERS: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
"""Third person, for one man or one woman: not "they", which may be anybody."""

COLLECTIVE = frozenset({"it", "they", "them", "its", "their"})
"""Third person, for a body or several: "the bank ... it", "the unions ... they"."""

THIRD_PERSON_PLURAL = frozenset({"they", "them", "their"})
"""Third person, for several or a group: of the collective ones those that "it" is none of."""

FIRST_PERSON_SINGULAR = frozenset({"i", "me", "my", "myself"})
"""Whoever speaks, alone."""

FIRST_PERSON_PLURAL = frozenset({"we", "us", "our", "ourselves"})
"""Whoever speaks, with others."""

OWN = FIRST_PERSON_SINGULAR | FIRST_PERSON_PLURAL
"""Whoever speaks, alone or with others."""

FIRST_PERSON_SUBJECTS = frozenset({"i", "we"})
"""Whoever speaks, as a subject."""

PERSONAL_SUBJECTS = FIRST_PERSON_SUBJECTS | {"he", "she", "they"}
"""Persons as subjects: not "it", nor "you", who is spoken to."""

RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
"""What stands for the noun that a relative clause tells of; "that" may also open a clause or point at something."""
