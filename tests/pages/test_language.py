"""Texts in another language are told from English."""

import subprocess
import sys

import pytest

from onrecord.pages.language import _is_plainly_english, foreign_language

ENGLISH = (
    "The mayor of Porto Vela said on Monday that the harbour would be closed until the end of the month, since the"
    " storm had broken two of its three cranes. “We have no money for a third,” she told the council, which was not"
    " amused."
)
FOREIGN = {
    "German": (
        "Die Bürgermeisterin von Porto Vela sagte am Montag, der Hafen bleibe bis zum Ende des Monats geschlossen,"
        " weil der Sturm zwei der drei Kräne zerstört habe. „Für einen dritten haben wir kein Geld“, sagte sie dem"
        " Stadtrat, der darüber nicht lachen konnte und in was anderem als in der Kasse nach einem Ausweg suchte."
    ),
    "Dutch": (
        "De burgemeester van Porto Vela zei maandag dat de haven tot het einde van de maand gesloten is, want de storm"
        " was over de kade gegaan en had twee van de drie kranen vernield. Of er geld is voor een derde was in de raad"
        " niet bekend. We hebben het niet, zei ze, en we gaan het ook niet lenen van een bank in de hoofdstad."
    ),
    "French": (
        "La maire de Porto Vela a déclaré lundi que le port resterait fermé jusqu’à la fin du mois, la tempête ayant"
        " détruit deux de ses trois grues. « Nous n’avons pas d’argent pour une troisième », a-t-elle dit au conseil,"
        " que cela n’a pas amusé du tout."
    ),
    "Hungarian": (
        "A város polgármestere hétfőn azt mondta, hogy a kikötő a hónap végéig zárva marad, mert a vihar a három daru"
        " közül kettőt is tönkretett. A harmadikra nincs pénzünk, mondta a tanácsnak, amely ezt nem találta"
        " mulatságosnak, és be is zárta az ülést."
    ),
}


def test_english_is_not_foreign() -> None:
    assert _is_plainly_english(ENGLISH)
    assert foreign_language(ENGLISH * 3) is None


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_named(language: str) -> None:
    assert not _is_plainly_english(FOREIGN[language])
    assert foreign_language(FOREIGN[language] * 3) == language


def test_a_short_text_is_taken_for_english() -> None:
    assert foreign_language(FOREIGN["German"][:150]) is None


def test_a_text_without_words_is_no_english() -> None:
    assert not _is_plainly_english("12 - 14 : 16 " * 20)


def test_a_foreign_box_before_an_english_text_does_not_mislead() -> None:
    assert foreign_language(FOREIGN["German"] * 6 + ENGLISH * 12) is None


@pytest.mark.model
def test_for_plain_english_the_classifier_is_not_loaded() -> None:
    asked = f"import sys; from onrecord import pages; pages.cut(pages.from_text({ENGLISH!r})); print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert {"py3langid", "babel"}.isdisjoint(run.stdout.split())
