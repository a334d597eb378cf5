"""What is known of an entity when it is compared."""

from dataclasses import dataclass

from onrecord.vocabulary import EntityType


@dataclass(frozen=True, slots=True)
class Profile:
    """What the articles tell of an entity: the names and roles as printed, without titles or articles before them.

    `names` has the fullest or canonical form first, `country` is ISO 3166 alpha-3, `gender` "m", "f" or None.
    """

    type: EntityType
    names: tuple[str, ...]
    country: str | None = None
    roles: tuple[str, ...] = ()
    gender: str | None = None
