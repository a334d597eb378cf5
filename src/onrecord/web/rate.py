"""How often something may be done."""

import threading
import time
from collections.abc import Callable


class Rate:
    """So many times in a minute: all at once, and then again as time goes by (a token bucket)."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = per_minute, clock
        self._left, self._at = float(per_minute), clock()
        self._lock = threading.Lock()

    def wait(self, *, count: bool = True) -> float:
        """Count one more time and return 0, or, where it is too soon, return in how many seconds it is not.

        Without `count` it is only told.
        """
        with self._lock:
            now = self._clock()
            self._left = min(self._most, self._left + (now - self._at) * self._most / 60)
            self._at = now
            if self._left < 1:
                return (1 - self._left) * 60 / self._most
            self._left -= count
            return 0.0
