import pytest

from tests.pages.page_parts import CAPTION, LEAD, SECOND, articles, texts


def test_a_copy_of_a_caption_with_a_widget_at_its_end_is_the_same_caption() -> None:
    [article] = articles("Council Closes the Old Bridge", CAPTION + " Share", LEAD, CAPTION, SECOND)
    assert [caption.span.text for caption in article.captions] == [CAPTION]
    assert texts(article, "debris") == ["Share", CAPTION]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The bridge is closed. [Ida Falk/Meridian]", "[Ida Falk/Meridian]"),
        ("The bridge is closed on Sunday. Ida Falk—Getty Images", "Ida Falk—Getty Images"),
        ("FILE PHOTO: The bridge, November 12, 2024. REUTERS/Ida Falk/File Photo", "REUTERS/Ida Falk/File Photo"),
        ("Ida Falk/AFP via Getty Images", "Ida Falk/AFP via Getty Images"),
        ("Image source, Getty Images", "Image source, Getty Images"),
    ],
)
def test_forms_of_credits(caption: str, credit: str) -> None:
    [article] = articles("Council Closes the Old Bridge", LEAD, caption, SECOND)
    assert [(c.span.text, c.credit and c.credit.text) for c in article.captions] == [(caption, credit)]


@pytest.mark.parametrize(
    "paragraph",
    ["The mayor told the Associated Press (AP).", "- The bridge is closed for the summer. [Meridian/Herald]",
     "He kept the bridge (and stood in line to have a picture taken with it).",
     "She wrote to Ida Falk/Reuters in May."],
)  # fmt: skip
def test_a_paragraph_with_an_agency_or_a_remark_at_its_end_is_no_caption(paragraph: str) -> None:
    [article] = articles("Council Closes the Old Bridge", LEAD, paragraph, SECOND)
    assert paragraph in texts(article, "paragraphs")
