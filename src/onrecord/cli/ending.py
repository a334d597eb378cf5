"""How the program ends: with a status and, where something is wrong, one line that says what."""

import errno
import os
import sys
import threading
import traceback
import warnings

from onrecord.cli.app import app
from onrecord.cli.standard_streams import abandon_output, prepare_streams
from onrecord.cli.stopping import stopped
from onrecord.errors import OnrecordError, UsageError

_FAILED, _WRONG_USAGE, _BROKEN = 1, 2, 70
_DEBUG = "ONRECORD_DEBUG"


def run() -> int:
    """Run the command that was asked for, and return the status to exit with."""
    prepare_streams()
    if not os.environ.get(_DEBUG):
        _hush()
    output = sys.stdout
    try:
        try:
            # By its own name in all messages, whatever the file is called that was run.
            app(prog_name="onrecord")
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 0
        # What cannot be written is found out when it is.
        output.flush()
    except BaseException as error:
        abandon_output()
        status = _tell(error)
        if stopped() is not None:
            # Threads that read would be waited for.
            os._exit(status)
    return status


def _hush() -> None:
    """Let libraries say nothing of what they make of a page, nor Python of errors that nothing comes of."""
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    sys.unraisablehook = lambda _: None
    threading.excepthook = lambda _: None


def _tell(error: BaseException) -> int:
    """Say what ended the run, on one line, and return the status to exit with."""
    # Imported here, since most runs end well, and some before anything else has needed it.
    from onrecord.cli.render import Text, err, print_error  # noqa: PLC0415

    stop = stopped()
    if stop is not None:
        print_error(f"stopped; {stop.kept}")
        return stop.status
    if isinstance(error, OnrecordError):
        print_error(str(error))
        return _WRONG_USAGE if isinstance(error, UsageError) else _FAILED
    if isinstance(error, BrokenPipeError):
        # Whoever read our output has had enough.
        return _FAILED
    if isinstance(error, OSError):
        # Asked where it is, the system names no file.
        nameless = "the current folder" if error.errno == errno.ENOENT else "standard output"
        reason = f"cannot be used ({error.strerror or error})"
        print_error(f"{error.filename or nameless}: {reason}; make room, check permissions, or name another")
        return _FAILED
    if isinstance(error, MemoryError):
        print_error("onrecord: memory is full; close other programs, or ask for less, such as with --limit")
        return _FAILED
    print_error(
        f"onrecord: unexpected {type(error).__name__} at {_place(error)}: {error}; please report it, with what is"
        f" printed where {_DEBUG}=1 is set"
    )
    if os.environ.get(_DEBUG):
        err.print(Text("".join(traceback.format_exception(error))), soft_wrap=True)
    return _BROKEN


def _place(error: BaseException) -> str:
    """Return the module and line that an error comes from, of this package if any of it was under way."""
    frames = [(frame.f_globals.get("__name__", "?"), line) for frame, line in traceback.walk_tb(error.__traceback__)]
    own = [(module, line) for module, line in frames if module.startswith("onrecord.")]
    module, line = (own or frames or [("?", 0)])[-1]
    return f"{module}:{line}"
