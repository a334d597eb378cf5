"""Records of courts with numbered lines: which they are, and what goes on from line to line."""

import pytest

from onrecord.transcripts import find_numbered_lines

RECORD = """\
                                              Page 7

  1   Q.  Who shut the quay?
  2   A.  The mayor did.  He had a key, and he
  3   hung it on a nail behind the door.
  4
  5             MS. GILL:  Objection.  Move to strike
  6   the nail.
  7             That is all I ask.
                  OSTREL REPORTING
                                              Page 8
  1   and the key.
  2   Q.  Who else had one?
  3             (Pause.)
"""


def printed(text: str) -> list[tuple[str, bool]]:
    lines = find_numbered_lines(text)
    return [(text[slice(*line.words)] if line.words else "", line.goes_on) for line in lines]


def test_a_label_an_indent_and_an_empty_line_begin_a_paragraph() -> None:
    assert printed(RECORD) == [
        ("Q.  Who shut the quay?", False),
        ("A.  The mayor did.  He had a key, and he", False),
        ("hung it on a nail behind the door.", True),
        ("", False),
        ("MS. GILL:  Objection.  Move to strike", False),
        ("the nail.", True),
        ("That is all I ask.", False),
        ("and the key.", True),
        ("Q.  Who else had one?", False),
        ("(Pause.)", False),
    ]


def test_numbers_stand_where_they_are_printed() -> None:
    assert [int(RECORD[slice(*line.number)]) for line in find_numbered_lines(RECORD)] == [1, 2, 3, 4, 5, 6, 7, 1, 2, 3]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n".join(f"{number}  Ostrel {20 - number}" for number in range(1, 12)),
        "\n".join(f"{number}. Who shut the quay?" for number in range(1, 12)),
        "\n".join(f"{number}  Q.  Who shut the quay?" for number in (3, 17, 5, 80, 2, 9, 41, 7, 12)),
        "\n".join(["  1   Q.  Who?", "  2   A.  I.", "  3   Q.  Why?"]),
        "\n".join(f"{number}  Q.  Who shut the quay?\nThe quay was shut.\nIt rained." for number in range(1, 12)),
    ],
)
def test_tables_lists_and_short_texts_are_no_records(text: str) -> None:
    assert find_numbered_lines(text) == []
