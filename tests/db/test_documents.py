"""Documents that bear one title are kept apart, and a new version is known for what it is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.collection import Collection
from decks.document import read_document
from decks.model import Chapter
from decks.problems import Problems

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
COSTS = (
    "# Introduction\n\nLes coûts.\n\n## Quadratique\n\nLe carré.\n\n## Entropie\n\nLe logarithme.\n"
)
NETS = "# Introduction\n\nLes réseaux.\n\n## Neurone\n\nUne somme.\n\n## Couche\n\nDes neurones.\n"


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    made = Collection.open(tmp_path / "c.epoque", clock=lambda: NOW)
    yield made
    made.close()


def document(text: str, name: str) -> Chapter:
    return read_document(text, name, Problems())


def texts(collection: Collection) -> list[str]:
    """The opening of each document that there is to read."""
    rows = collection.today(collection.day_queue(NOW).todo(), NOW).decks
    return sorted(collection.study_text(row.deck.id).parts[0].text for row in rows)


def test_two_files_with_one_title_are_two_documents(collection: Collection) -> None:
    collection.apply_import(document(COSTS, "couts"))
    assert collection.preview_import(document(NETS, "reseaux")).texts == 3
    collection.apply_import(document(NETS, "reseaux"))
    assert texts(collection) == ["Les coûts.", "Les réseaux."]


@pytest.mark.parametrize(
    "text", [NETS, NETS.replace("réseaux", "filets"), "# Introduction\n\nRien"]
)
def test_the_same_file_imported_again_is_the_same_document(
    collection: Collection, text: str
) -> None:
    collection.apply_import(document(COSTS, "couts"))
    collection.apply_import(document(NETS, "reseaux"))
    collection.apply_import(document(text, "reseaux"))
    assert len(texts(collection)) == 2
    assert "Les coûts." in texts(collection)


def test_a_new_version_under_another_name_is_the_same_document(collection: Collection) -> None:
    collection.apply_import(document(COSTS, "couts"))
    collection.apply_import(document(NETS, "reseaux"))
    newer = NETS.replace("Les réseaux.", "Les réseaux, encore.") + "\n## Fin\n\nVoilà.\n"
    assert collection.preview_import(document(newer, "reseaux (1)")).texts == 2
    collection.apply_import(document(newer, "reseaux (1)"))
    collection.apply_import(document(newer, "reseaux (1)"))
    assert texts(collection) == ["Les coûts.", "Les réseaux, encore."]


def test_what_an_earlier_version_imported_is_known_again(collection: Collection) -> None:
    """It named documents by their titles alone."""
    collection.apply_import(replace(document(COSTS, "couts"), id="document-introduction-3f2a91bc"))
    collection.apply_import(document(COSTS.replace("Les coûts.", "Tous les coûts."), "couts"))
    assert texts(collection) == ["Tous les coûts."]


def test_a_chapter_of_that_title_is_no_document(collection: Collection) -> None:
    collection.apply_import(replace(document(COSTS, "couts"), id="introduction"))
    collection.apply_import(document(COSTS, "couts"))
    assert len(texts(collection)) == 2
