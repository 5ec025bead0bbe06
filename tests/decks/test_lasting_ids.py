"""Ids that collections keep; the signs are those of ``printf … | sha256sum``."""

import pytest

from decks.lasting_ids import lasting_id, short_slug_of, sign_of


@pytest.mark.parametrize("composed", ["Réseau", "Re\u0301seau"])
def test_a_sign_stays_for_ever_however_accents_are_composed(composed: str) -> None:
    assert sign_of(composed) == "b5f96c04"


def test_an_id_holds_what_it_comes_from_its_title_and_a_sign() -> None:
    assert lasting_id("export", "Réseau") == "export-reseau-b5f96c04"
    assert lasting_id("", "Réseau") == "reseau-b5f96c04"
    assert lasting_id("gift", "深層学習") == "gift-b7a29d20"
    assert lasting_id("document", "Notes", known_by="Réseau") == "document-notes-b5f96c04"


def test_a_long_title_is_cut_between_signs_and_leaves_no_hyphen() -> None:
    assert short_slug_of("a" * 39 + " bc") == "a" * 39
    assert short_slug_of("a" * 50) == "a" * 40
