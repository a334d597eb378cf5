"""Fields of forms as they are asked for: what a browser sends of an empty field is nothing."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator


def _nothing(value: object) -> object:
    return None if value == "" else value


type Day = Annotated[date | None, BeforeValidator(_nothing)]
"""A day as ISO 8601, or nothing."""
