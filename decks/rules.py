"""The name of every rule that a file must satisfy, so that screens can say it in their language."""

from enum import StrEnum


class Rule(StrEnum):
    """What a `decks.errors.Problem` is about. Values are stable; `docs/course-format.md` tells."""

    # the file itself
    FILE_MISSING = "file-missing"
    FILE_NOT_REGULAR = "file-not-regular"
    FILE_UNREADABLE = "file-unreadable"
    FILE_EMPTY = "file-empty"
    FILE_TOO_LARGE = "file-too-large"
    FILE_BINARY = "file-binary"
    FILE_NOT_UTF8 = "file-not-utf8"
    FORMAT_UNKNOWN = "format-unknown"
    CARDS_MISSING = "cards-missing"
    TEXT_MENDED = "text-mended"

    # YAML in the front matter and in comments
    FRONT_MATTER_MISSING = "front-matter-missing"
    FRONT_MATTER_UNCLOSED = "front-matter-unclosed"
    YAML_INVALID = "yaml-invalid"
    KEY_MISSING = "key-missing"
    KEY_REPEATED = "key-repeated"
    KEY_UNKNOWN = "key-unknown"
    VALUE_INVALID = "value-invalid"

    # headings and what follows them
    TITLE_MISSING = "title-missing"
    TITLE_REPEATED = "title-repeated"
    TITLE_DIFFERENT = "title-different"
    TITLE_NOT_PLAIN = "title-not-plain"
    TEXT_BEFORE_TITLE = "text-before-title"
    HEADING_UNDERLINED = "heading-underlined"
    FENCE_UNCLOSED = "fence-unclosed"
    COMMENT_MISSING = "comment-missing"
    COMMENT_UNCLOSED = "comment-unclosed"
    COMMENT_NOT_ALONE = "comment-not-alone"
    COMMENT_MISPLACED = "comment-misplaced"
    KIND_UNKNOWN = "kind-unknown"
    KIND_MISPLACED = "kind-misplaced"
    SECTION_ID_REPEATED = "section-id-repeated"
    NOTE_ID_REPEATED = "note-id-repeated"
    NOTE_OUTSIDE_SECTION = "note-outside-section"

    # a note's texts
    QUESTION_EMPTY = "question-empty"
    QUESTION_NOT_A_LINE = "question-not-a-line"
    ANSWER_EMPTY = "answer-empty"
    BELOW_EMPTY = "below-empty"
    ANSWER_LINE_REPEATED = "answer-line-repeated"
    ANSWER_LINE_NOT_ALONE = "answer-line-not-alone"
    DELETION_MISSING = "deletion-missing"
    DELETION_MISPLACED = "deletion-misplaced"
    DELETION_EMPTY = "deletion-empty"
    DELETION_MALFORMED = "deletion-malformed"
    DELETION_NUMBERS = "deletion-numbers"
    DELETION_GLUED = "deletion-glued"
    LINK_RESERVED = "link-reserved"
    IMAGE_PATH = "image-path"
    IMAGE_MISSING = "image-missing"
    IMAGE_UNREADABLE = "image-unreadable"
    IMAGE_TOO_LARGE = "image-too-large"
    IMAGE_KIND = "image-kind"
    DOLLAR_STRAY = "dollar-stray"

    # a quiz question's body
    BODY_MISSING = "body-missing"
    BODY_NOT_ALONE = "body-not-alone"
    OPTION_MALFORMED = "option-malformed"
    OPTIONS_TOO_FEW = "options-too-few"
    OPTION_REPEATED = "option-repeated"
    RIGHT_OPTION_MISSING = "right-option-missing"
    RIGHT_OPTION_REPEATED = "right-option-repeated"
    REASON_MISSING = "reason-missing"
    NUMBER_MALFORMED = "number-malformed"
    TOLERANCE_NEGATIVE = "tolerance-negative"
    ANSWER_NOT_PLAIN = "answer-not-plain"
    ITEM_MALFORMED = "item-malformed"
    ITEMS_TOO_FEW = "items-too-few"
    ITEM_REPEATED = "item-repeated"

    # a course of several files
    COURSE_EMPTY = "course-empty"
    CHAPTER_ID_REPEATED = "chapter-id-repeated"
    CHAPTER_NUMBER_REPEATED = "chapter-number-repeated"
    CHAPTER_NUMBER_DIFFERENT = "chapter-number-different"

    # a numbered export
    NUMBER_UNEXPECTED = "number-unexpected"
    CARD_REPEATED = "card-repeated"
    ANSWER_MISSING = "answer-missing"
    RATING_UNKNOWN = "rating-unknown"

    # a GIFT file
    GIFT_BRACES = "gift-braces"
    GIFT_MERGED = "gift-merged"
    GIFT_KIND = "gift-kind"
    GIFT_CREDIT = "gift-credit"
    GIFT_HTML = "gift-html"
    GIFT_LOST = "gift-lost"

    # what cannot be written
    NOT_WRITABLE = "not-writable"
