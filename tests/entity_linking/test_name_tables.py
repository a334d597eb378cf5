"""Tables of names are loaded where nobody waits, and only where names of organisations are compared."""

import subprocess
import sys

import pytest

_SCRIPT = """
import time
from onrecord.entity_linking import Profile, blocking_keys, compare, with_names

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
with_names(lambda: work(*persons))
print(len(tries))
held.clear()
bodies = [Profile("organisation", (name,)) for name in ("Port Authority", "Authority of the Port")]
loading = seconds(lambda: with_names(lambda: work(*bodies)))
print(len(tries), max(held) < loading / 3)
print(with_names(lambda: work(*bodies))[1] == compare(*bodies).probability, len(tries))
"""


@pytest.mark.model
def test_tables_are_loaded_between_two_tries() -> None:
    run = subprocess.run([sys.executable, "-c", _SCRIPT], check=True, capture_output=True, text=True)
    assert run.stdout == "1\n3 True\nTrue 4\n"
