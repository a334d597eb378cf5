"""What can go wrong, said once: which page or file, where in it, why, and what to do about it."""


class OnrecordError(Exception):
    """Base of every error this package raises on purpose.

    `subject` names the page, file or ledger concerned (with its line where there is one), `reason` says what is
    wrong with it and `remedy` what the user can do. `str(error)` is the one line a person reads.
    """

    def __init__(self, subject: str, reason: str, remedy: str) -> None:
        super().__init__(subject, reason, remedy)
        self.subject = subject
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.subject}: {self.reason}; {self.remedy}"


class PageError(OnrecordError):
    """One page cannot be read. The other pages of the run are not affected."""


class LedgerError(OnrecordError):
    """The ledger file cannot be opened, written or trusted. The run ends; what was committed stays."""


class WorkerError(OnrecordError):
    """A process that read beside this one has ended before its time. The run ends; what was committed stays."""


class UsageError(OnrecordError):
    """What was asked for cannot be meant: an unknown name, an impossible date, an option out of place."""


class NotFoundError(UsageError):
    """What was asked for is not in the ledger."""
