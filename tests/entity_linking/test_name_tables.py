"""Tables of names are loaded where nobody waits, and only where names are compared."""

import subprocess
import sys

import pytest

_SCRIPT = """
import time
from rigour.territories import lookup_territory
from onrecord.entity_linking import Profile, blocking_keys, compare, with_names

# Which reading has loaded.
lookup_territory("France")

def seconds(work):
    start = time.process_time()
    work()
    return time.process_time() - start

tries = []
held = []

def work(*profiles):
    tries.append(len(profiles))
    # As a transaction is: how long the lock is held, whether it comes to an end or not.
    start = time.process_time()
    try:
        return blocking_keys(profiles[0]), compare(*profiles).probability
    finally:
        held.append(time.process_time() - start)

persons = [Profile("person", (name,)) for name in ("Teodor Vash", "Fyodor Wasch")]
bodies = [Profile("organisation", (name,)) for name in ("Port Authority", "Authority of the Port")]
loading = seconds(lambda: (with_names(lambda: work(*persons)), with_names(lambda: work(*bodies))))
print(len(tries), max(held) < loading / 10)
print(with_names(lambda: work(*persons))[1] == compare(*persons).probability, len(tries))
"""


@pytest.mark.model
def test_tables_are_loaded_between_two_tries() -> None:
    run = subprocess.run([sys.executable, "-c", _SCRIPT], check=True, capture_output=True, text=True)
    assert run.stdout == "4 True\nTrue 5\n"
