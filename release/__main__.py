"""What a release must pass: python -m release [check | try | notices].

check: wheel and sdist, the metadata, the wheel alone on each version of Python, what it needs on the next one, known
vulnerabilities. try: the wheel and its metadata, tried on this version alone. notices: write the table of libraries in
THIRD-PARTY.md anew.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from release import audit, building, description, notices, trial, wheels_ahead
from release.environment import Environment, run
from release.errors import ReleaseError
from release.interpreters import interpreter

PROJECT = Path(__file__).parent.parent
EXAMPLES = PROJECT / "examples" / "pages"
VERSIONS = ("3.12", "3.13")
NEXT = "3.14"


def main() -> None:
    parser = argparse.ArgumentParser(prog="release", description=__doc__)
    parser.add_argument("task", nargs="?", choices=("check", "try", "notices"), default="check")
    task = parser.parse_args().task
    if task == "notices":
        notices.FILE.write_text(notices.written(notices.FILE.read_text(encoding="utf-8")), encoding="utf-8")
        return
    with tempfile.TemporaryDirectory() as temporary:
        try:
            (_check if task == "check" else _try)(Path(temporary))
        except ReleaseError as error:
            sys.exit(f"not fit for release: {error}")


def _check(folder: Path) -> None:
    # Asked first, since the rest takes minutes.
    pythons = {version: interpreter(version) for version in VERSIONS}
    lacking = [version for version, python in pythons.items() if python is None]
    wheel, sdist = building.built(PROJECT, folder / "dist")
    print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB, {sdist.name}: {sdist.stat().st_size / 1e6:.1f} MB")
    same = building.check_same(wheel, building.wheel_of_sdist(sdist, folder / "unpacked"))
    print(f"the wheel of the sdist is the same: {same} files")
    _check_metadata(wheel, sdist)
    for version, python in pythons.items():
        if python is not None:
            tried = _tried(wheel, python, folder / version, extras=True)
            count = audit.audited(tried)
            found = "not run, its service does not answer" if count is None else f"{count} libraries, none vulnerable"
            print(f"Python {version}: pip-audit: {found}")
    for version in (*VERSIONS, NEXT):
        _check_wheels(version, wheel, printed=version == NEXT)
    if lacking:
        raise ReleaseError(f"not tried on Python {', '.join(lacking)}, which is not found here; all else passed")
    placeholder = "example.org" in (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    print("fit for release" + (", once `address` in pyproject.toml is no placeholder" if placeholder else ""))


def _try(folder: Path) -> None:
    wheel, sdist = building.built(PROJECT, folder / "dist")
    description.check_description(wheel)
    print(f"{wheel.name}, {sdist.name}: built, metadata as they should be")
    _tried(wheel, Path(sys.executable), folder / "alone", extras=False)


def _check_wheels(version: str, wheel: Path, *, printed: bool) -> None:
    found = wheels_ahead.wheels_for(version, wheel, "all")
    lacking = sorted(name for name, file in found.items() if file is None)
    if lacking:
        raise ReleaseError(f"no wheel for Python {version} of {', '.join(lacking)}")
    print(f"Python {version}, all extras: all {len(found)} libraries have a wheel")
    if printed:
        print("".join(f"    {file}\n" for file in found.values()), end="")


def _check_metadata(wheel: Path, sdist: Path) -> None:
    run([sys.executable, "-m", "twine", "check", "--strict", wheel, sdist], PROJECT)
    run([Path(sys.executable).with_name("cffconvert"), "--validate", "--infile", "CITATION.cff"], PROJECT)
    description.check_description(wheel)
    print("metadata: links absolute, addresses and licences there; twine check --strict, CITATION.cff passed")


def _tried(wheel: Path, python: Path, folder: Path, *, extras: bool) -> Environment:
    work = folder / "work"
    work.mkdir(parents=True)
    begun = time.perf_counter()
    environment = Environment(python, folder / "environment")
    environment.install(wheel)
    installed = time.perf_counter() - begun
    megabytes = environment.megabytes()
    trial.try_alone(environment, EXAMPLES, work)
    print(f"{python}: the wheel alone, without constraints: installed in {installed:.0f} s, {megabytes:.0f} MB, tried")
    if extras:
        environment.install(f"{wheel}[all]")
        trial.try_extras(environment, work)
        print(f"{python}: with all extras: {environment.megabytes():.0f} MB, tried")
    return environment


if __name__ == "__main__":
    main()
