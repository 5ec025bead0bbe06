"""A chapter put together from the outline of its file."""

from dataclasses import replace

from decks.fields import Fields
from decks.items import SLUG, item_id, no_fields, read_item
from decks.metadata import read_mapping
from decks.model import Chapter, Note, Section
from decks.names import is_language, is_slug, is_tag, is_title
from decks.note_reader import TAG, read_note
from decks.outline import Heading, Outline
from decks.problems import Problems
from decks.rules import Rule
from decks.texts import check_text, plain_title


class ChapterReader:
    """Puts a chapter together; what is wrong goes to `problems`, and reading goes on."""

    def __init__(self, file: Outline, problems: Problems) -> None:
        self._file = file
        self._problems = problems
        self._section_ids: dict[str, int] = {}
        self._note_ids: dict[str, int] = {}

    def chapter(self) -> Chapter:
        """The whole file."""
        fields = self._front_matter()
        head, items = self._head_and_items()
        title = fields.text("title", is_title, "one line of text")
        chapter = Chapter(
            id=fields.text("id", is_slug, SLUG),
            title=title,
            number=fields.count("chapter", default=0),
            language=fields.text("language", is_language, "a language, such as fr", default="fr"),
            text=self._text_after_title(head, title),
            sections=self._sections(items),
            tags=fields.texts("tags", is_tag, TAG),
            source=self._file.source(head),
        )
        fields.finish()
        return chapter

    def _front_matter(self) -> Fields:
        lines = self._file.front_matter
        if lines is None:
            first = self._file.lines[0] if self._file.lines else ""
            is_open = first.rstrip(" \t") == "---"
            rule = Rule.FRONT_MATTER_UNCLOSED if is_open else Rule.FRONT_MATTER_MISSING
            self._problems.add(1, rule, first, "YAML between two lines --- at the top of the file")
            return no_fields()
        text = "\n".join(self._file.lines[lines.start : lines.stop])
        mapping = read_mapping(text, lines.start + 1, self._problems)
        return no_fields() if mapping is None else Fields(mapping, 1, self._problems)

    def _head_and_items(self) -> tuple[range, list[tuple[Heading, int]]]:
        """The lines before the first section, then each section's or note's heading and end."""
        headings = self._file.headings
        ends = [heading.line for heading in headings[1:]] + [len(self._file.lines)]
        items = [pair for pair in zip(headings, ends, strict=False) if pair[0].level > 1]
        start = items[0][0].line if items else len(self._file.lines)
        return range(start), items

    def _text_after_title(self, head: range, title: str) -> str:
        titles = [heading for heading in self._file.headings if heading.level == 1]
        for heading in titles[1:]:
            self._problems.add(
                heading.line + 1, Rule.TITLE_REPEATED, heading.text, "one # heading, at the top"
            )
        if not titles or titles[0].line not in head:
            self._problems.add(head.stop, Rule.TITLE_MISSING, "", f"# {title or 'title'}")
            return ""
        self._check_title(titles[0], title)
        text, line = self._file.text(range(titles[0].end, head.stop))
        check_text(text, line + 1, self._problems)
        return text

    def _check_title(self, heading: Heading, title: str) -> None:
        found = plain_title(heading.text, heading.line + 1, self._problems)
        if title and found != title:
            self._problems.add(heading.line + 1, Rule.TITLE_DIFFERENT, found, title)
        matter = self._file.front_matter
        text, line = self._file.text(range(matter.stop + 1 if matter else 0, heading.line))
        if matter and text:
            self._problems.add(line + 1, Rule.TEXT_BEFORE_TITLE, text, "the # heading first")

    def _sections(self, items: list[tuple[Heading, int]]) -> tuple[Section, ...]:
        sections: list[Section] = []
        notes: list[Note] = []
        for heading, end in items:
            if heading.level == 2:
                sections, notes = _filled(sections, notes), []
                sections.append(self._section(heading, end))
                continue
            if not sections:
                self._problems.add(
                    heading.line + 1, Rule.NOTE_OUTSIDE_SECTION, heading.text, "a ## section above"
                )
            notes.append(read_note(self._file, heading, end, self._note_ids, self._problems))
        return tuple(_filled(sections, notes))

    def _section(self, heading: Heading, end: int) -> Section:
        line = heading.line + 1
        fields = read_item(self._file, heading, self._problems).fields
        name = item_id(fields, line, self._section_ids, Rule.SECTION_ID_REPEATED, self._problems)
        fields.finish()
        text, at = self._file.text(range(heading.end, end))
        check_text(text, at + 1, self._problems)
        title = plain_title(heading.text, line, self._problems)
        if not title:
            self._problems.add(line, Rule.TITLE_MISSING, heading.text, "a title after ##")
        source = self._file.source(range(heading.line, end))
        return Section(id=name, title=title, text=text, source=source, line=line)


def _filled(sections: list[Section], notes: list[Note]) -> list[Section]:
    """The same sections, where the last one has these notes."""
    return [*sections[:-1], replace(sections[-1], notes=tuple(notes))] if sections else []
