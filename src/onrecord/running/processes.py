"""How many processes read."""

import re
from pathlib import Path

import loky

_MOST = 8
"""The first process writes what all of them read, a seventh of the work: it cannot keep up with more."""

_MEGABYTES = 600
"""What one takes that reads long articles."""


def count_processes() -> int:
    """Return how many processes read where nobody has said it, this one among them.

    One for each core that this process may use, by its affinity and by the quota of its container; fewer where memory
    for them is not there. On a laptop with 8 cores and 2 GB free, 3.
    """
    available = _available()
    room = _MOST if available is None else available // _MEGABYTES
    cores: int = loky.cpu_count()
    return max(1, min(cores, _MOST, room))


def _available() -> int | None:
    """Return the megabytes that are free for new processes, None where the system does not tell."""
    found = []
    try:
        told = re.search(r"^MemAvailable:\s*(\d+) kB$", Path("/proc/meminfo").read_text(encoding="ascii"), re.MULTILINE)
        found += [int(told[1]) >> 10] if told else []
        # Of the container, if there is one with a limit.
        limit, used, parts = (
            Path(f"/sys/fs/cgroup/memory.{name}").read_text(encoding="ascii") for name in ("max", "current", "stat")
        )
        # What files left in the cache is given back when it is asked for.
        cached = re.search(r"^inactive_file (\d+)$", parts, re.MULTILINE)
        free = int(cached[1]) if cached else 0
        found += [(int(limit) - int(used) + free) >> 20] if limit.strip() != "max" else []
    except OSError:
        pass
    return min(found, default=None)
