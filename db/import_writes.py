"""Carry out an import's plan, a batch of notes at a time, inside the caller's transaction."""

import json
from collections.abc import Sequence
from typing import Any

from db.delivery import DeliveredNote, Words
from db.driver import Connection
from db.import_plan import DeckPlan, NotePlan
from db.sql import course as sql
from db.tagging import put_facts, put_tags

Rows = list[dict[str, Any]]


class ImportWriter:
    """Writes decks at once, then notes with their cards and tags, batch by batch.

    Args:
        connection: In a write transaction.
        plan: Of the decks.
        now_ms: When the notes are created or modified.
    """

    def __init__(self, connection: Connection, plan: DeckPlan, *, now_ms: int) -> None:
        self._connection = connection
        self._now_ms = now_ms
        self._deck_ids = _write_decks(connection, plan)
        self._next_note_id = _after(sql.LAST_NOTE.value(connection))

    def write(self, plans: Sequence[NotePlan]) -> None:
        """Write a batch of notes."""
        numbered = [(plan, plan.id or self._fresh_id()) for plan in plans]
        self._write_notes(numbered)
        self._write_cards(numbered)

    def _fresh_id(self) -> int:
        self._next_note_id += 1
        return self._next_note_id - 1

    def _write_notes(self, numbered: Sequence[tuple[NotePlan, int]]) -> None:
        new: Rows = []
        changed: Rows = []
        retired: Rows = []
        tags: dict[int, list[str]] = {}
        facts: dict[int, Sequence[str]] = {}
        for plan, note_id in numbered:
            if plan.note is None or plan.words is None:
                retired.append({"of": note_id, "is_retired": 1})
            elif plan.is_written:
                row = self._columns(plan.note, plan.words, plan.experiment)
                tags[note_id] = json.loads(plan.words.tags)
                facts[note_id] = plan.note.fact_ids
                if plan.id is None:
                    birth = {"id": note_id, "uid": plan.note.uid, "created_at": self._now_ms}
                    new.append(row | birth)
                else:
                    changed.append(row | {"of": note_id})
        sql.ADD_NOTE.run_many(self._connection, new)
        sql.SET_NOTE.run_many(self._connection, changed)
        sql.RETIRE_NOTE.run_many(self._connection, retired)
        put_tags(self._connection, tags)
        put_facts(self._connection, facts)

    def _columns(self, note: DeliveredNote, words: Words, experiment: str) -> dict[str, Any]:
        return {
            "deck_id": self._deck_ids[note.deck_uid],
            "kind": words.kind,
            "front": words.front,
            "back": words.back,
            "extra": words.extra,
            "tags": words.tags,
            "facts": note.facts,
            "experiment": experiment,
            "delivered_hash": note.words.hash(),
            "delivered_experiment": note.experiment,
            "is_retired": 0,
            "modified_at": self._now_ms,
        }

    def _write_cards(self, numbered: Sequence[tuple[NotePlan, int]]) -> None:
        new: Rows = []
        changed: Rows = []
        retired: Rows = []
        for plan, note_id in numbered:
            if plan.note is None:
                retired += [{"of": card.id, "is_retired": 1} for card in plan.cards_changed]
                continue
            words = plan.words or plan.note.words
            place = {
                "deck_id": self._deck_ids[plan.note.deck_uid],
                "position": plan.position,
                "is_question": int(words.is_question),
            }
            new += [
                place | {"note_id": note_id, "ordinal": n, "uid": f"{plan.note.uid}#{n}"}
                for n in plan.cards_added
            ]
            changed += [
                place | {"of": card.id, "is_retired": int(card.is_retired)}
                for card in plan.cards_changed
            ]
        sql.ADD_CARD.run_many(self._connection, new)
        sql.SET_CARD.run_many(self._connection, changed)
        sql.RETIRE_CARD.run_many(self._connection, retired)


def _write_decks(connection: Connection, plan: DeckPlan) -> dict[str, int]:
    """Add and change decks; the ids of all of them, by uid."""
    ids = dict(plan.ids)
    for deck_id, deck in plan.changed:
        values = {"title": deck.title, "position": deck.position, "text": deck.text}
        sql.SET_DECK.run(connection, of=deck_id, **values)
    for deck_id, deck in enumerate(plan.new, start=_after(sql.LAST_DECK.value(connection))):
        parent_id = None if deck.parent_uid is None else ids[deck.parent_uid]
        place = {"id": deck_id, "uid": deck.uid, "parent_id": parent_id}
        values = {"title": deck.title, "position": deck.position, "text": deck.text}
        sql.ADD_DECK.run(connection, **place, **values)
        ids[deck.uid] = deck_id
    return ids


def _after(last: int | None) -> int:
    return (last or 0) + 1
