import datetime

import pytest

from onrecord.errors import UsageError
from onrecord.web.adding import Given


def test_what_is_typed_into_a_form_is_a_page() -> None:
    given = Given.of(b"The bridge is shut.", r"C:\news\..\bridge.html", "https://velm.example/a", "2025-03-09")
    assert given == Given(b"The bridge is shut.", "bridge.html", "https://velm.example/a", datetime.date(2025, 3, 9))
    assert Given.of(b"The bridge is shut.", "", "", "") == Given(b"The bridge is shut.")


def test_a_name_is_no_place() -> None:
    assert Given.of(b"x", "../../etc/passwd", "", "").name == "passwd"
    assert len(Given.of(b"x", "a" * 5_000, "", "").name) == 255


@pytest.mark.parametrize(
    ("body", "url", "published", "subject"),
    [
        (b" \n", "", "", "the page"),
        (b"x", "file:///etc/passwd", "", "url 'file:///etc/passwd'"),
        (b"x", "velm.example", "", "url 'velm.example'"),
        (b"x", "", "9 March", "published '9 March'"),
    ],
)
def test_what_cannot_be_meant_is_told(body: bytes, url: str, published: str, subject: str) -> None:
    with pytest.raises(UsageError) as error:
        Given.of(body, "", url, published)
    assert error.value.subject == subject
