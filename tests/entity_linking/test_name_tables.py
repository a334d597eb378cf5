import subprocess
import sys

import pytest

_SCRIPT = """
import time
from onrecord.entity_linking import Profile, blocking_keys, compare, load_names

def seconds(work):
    start = time.process_time()
    work()
    return time.process_time() - start

loading = seconds(load_names)
again = seconds(load_names)
persons = [Profile("person", (name,)) for name in ("Teodor Vash", "Fyodor Wasch")]
bodies = [Profile("organisation", (name,)) for name in ("Port Authority", "Authority of the Port")]
comparing = seconds(lambda: (blocking_keys(bodies[0]), compare(*persons), compare(*bodies)))
print(again < loading / 10, comparing < loading / 10)
"""


@pytest.mark.model
def test_what_comparing_loads_can_be_loaded_before() -> None:
    run = subprocess.run([sys.executable, "-c", _SCRIPT], check=True, capture_output=True, text=True)
    assert run.stdout == "True True\n"
