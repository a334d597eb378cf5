"""Which wheel fits a version of Python."""

import pytest
from packaging.tags import parse_tag

from release.wheels_ahead import fitting

TAGS = parse_tag("cp314-cp314-linux_x86_64") | parse_tag("cp312-abi3-linux_x86_64") | parse_tag("py3-none-any")


@pytest.mark.parametrize(
    ("wheels", "meant"),
    [
        (["a-1-cp313-cp313-linux_x86_64.whl", "a-1-cp314-cp314-linux_x86_64.whl"], "a-1-cp314-cp314-linux_x86_64.whl"),
        (["a-1-cp312-abi3-linux_x86_64.whl"], "a-1-cp312-abi3-linux_x86_64.whl"),
        (["a-1-py2.py3-none-any.whl"], "a-1-py2.py3-none-any.whl"),
        (["a-1-cp313-cp313-linux_x86_64.whl", "a-1-cp314-cp314-win_amd64.whl"], None),
        ([], None),
    ],
)
def test_the_first_with_a_tag_that_fits_is_it(wheels: list[str], meant: str | None) -> None:
    assert fitting(wheels, TAGS) == meant
