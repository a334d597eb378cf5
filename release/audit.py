"""Known vulnerabilities of what an installation brings, by pip-audit, where its service answers."""

import json
import subprocess
import sys

from release.environment import Environment
from release.errors import ReleaseError

_SECONDS = 120


def audited(environment: Environment) -> int | None:
    """Return how many libraries of an environment were looked up, none of which is known to be vulnerable.

    None where the service that pip-audit asks does not answer, so that nothing was looked up. (An index that has
    packages but knows nothing of vulnerabilities answers that each library "could not be audited".)

    Raises:
        ReleaseError: some are vulnerable; the error names them.
    """
    [libraries] = environment.folder.glob("lib/python*/site-packages")
    options = ["--path", str(libraries), "--format", "json", "--progress-spinner", "off"]
    command = [sys.executable, "-m", "pip_audit", *options]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)
        found = json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError):
        return None
    bad = {one["name"]: [each["id"] for each in one["vulns"]] for one in found if one.get("vulns")}
    if bad:
        raise ReleaseError("; ".join(f"{name}: {', '.join(ids)}" for name, ids in bad.items()))
    return sum("vulns" in one for one in found) or None
