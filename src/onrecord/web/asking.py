"""What a request is answered by: the ledger it asks, the settings, and the intake of pages that are added."""

from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from onrecord.ledger import Ledger
from onrecord.web.adding import Intake
from onrecord.web.settings import Settings


def ledger_of(request: Request) -> Ledger:
    """Return the room's ledger; each thread that asks has a connection of its own."""
    ledger = request.app.state.ledger
    assert isinstance(ledger, Ledger)
    return ledger


def settings_of(request: Request) -> Settings:
    """Return what the room was told when it was opened."""
    settings = request.app.state.settings
    assert isinstance(settings, Settings)
    return settings


def intake_of(request: Request) -> Intake:
    """Return where pages are taken that are added in the room."""
    intake = request.app.state.intake
    assert isinstance(intake, Intake)
    return intake


type AskedLedger = Annotated[Ledger, Depends(ledger_of)]
"""The ledger, as an argument of what answers a request."""

type AskedIntake = Annotated[Intake, Depends(intake_of)]
"""The intake of pages, likewise."""
