"""Each rule that a file must satisfy, as the sentence a learner reads when it does not.

In a sentence, %1 is what stands in the file and %2 what `decks` expects there; `qtapp.expectations`
has the words of `decks` in the learner's language. A rule without a sentence is told by those two.
"""

from PySide6.QtCore import QCoreApplication

from decks.errors import Problem
from qtapp.expectations import phrase
from qtapp.languages import QT_TRANSLATE_NOOP


def sentence(fact: Problem) -> str:
    """What is wrong, and what would be right."""
    source = SENTENCES.get(fact.rule, OTHER)
    text = QCoreApplication.translate("rules", source)
    return text.replace("%2", phrase(fact.expected)).replace("%1", phrase(fact.found))


OTHER = QT_TRANSLATE_NOOP("rules", "found “%1”; expected: %2.")

SENTENCES = {
    # the file itself
    "file-missing": QT_TRANSLATE_NOOP("rules", "The file does not exist."),
    "file-not-regular": QT_TRANSLATE_NOOP("rules", "This is not a file."),
    "file-unreadable": QT_TRANSLATE_NOOP(
        "rules", "The file cannot be read: check that it is there and that you may use it."
    ),
    "file-empty": QT_TRANSLATE_NOOP("rules", "The file is empty."),
    "file-too-large": QT_TRANSLATE_NOOP("rules", "The file is too large: %1; expected: %2."),
    "file-binary": QT_TRANSLATE_NOOP("rules", "This is not a text file."),
    "file-not-utf8": QT_TRANSLATE_NOOP(
        "rules", "The text is not in UTF-8 from here on: save the file again as UTF-8."
    ),
    "format-unknown": QT_TRANSLATE_NOOP(
        "rules",
        "This is no chapter of Époque, no export of numbered cards, no quiz questions in GIFT and"
        " no Markdown document (.md or .txt, with # headings and a text).",
    ),
    "cards-missing": QT_TRANSLATE_NOOP("rules", "There is no card in this file."),
    "text-mended": QT_TRANSLATE_NOOP("rules", "The letters were wrong: “%1” is now %2."),
    # YAML
    "front-matter-missing": QT_TRANSLATE_NOOP(
        "rules", "The file must begin with its id and title between two lines ---."
    ),
    "front-matter-unclosed": QT_TRANSLATE_NOOP(
        "rules", "The line --- that ends the head of the file is missing."
    ),
    "yaml-invalid": QT_TRANSLATE_NOOP("rules", "This cannot be read as YAML; expected: %2."),
    "key-missing": QT_TRANSLATE_NOOP("rules", "A key is missing: %2."),
    "key-repeated": QT_TRANSLATE_NOOP("rules", "The key “%1” stands here twice."),
    "key-unknown": QT_TRANSLATE_NOOP("rules", "The key “%1” is unknown; possible ones: %2."),
    "value-invalid": QT_TRANSLATE_NOOP("rules", "The value “%1” is not possible here (%2)."),
    # headings
    "title-missing": QT_TRANSLATE_NOOP("rules", "The title is missing."),
    "title-repeated": QT_TRANSLATE_NOOP(
        "rules", "“%1”: there can be only one title with a single #."
    ),
    "title-different": QT_TRANSLATE_NOOP(
        "rules", "The title “%1” is not the one at the head of the file, “%2”."
    ),
    "title-not-plain": QT_TRANSLATE_NOOP("rules", "The title “%1” must be plain text."),
    "text-before-title": QT_TRANSLATE_NOOP("rules", "“%1” stands before the title."),
    "heading-underlined": QT_TRANSLATE_NOOP(
        "rules", "“%1” underlines a heading: begin headings with #, or leave a blank line above."
    ),
    "fence-unclosed": QT_TRANSLATE_NOOP("rules", "The code block “%1” is not closed."),
    "comment-missing": QT_TRANSLATE_NOOP(
        "rules", "“%1” must be followed at once by its comment <!-- … -->."
    ),
    "comment-unclosed": QT_TRANSLATE_NOOP("rules", "The end --> of this comment is missing."),
    "comment-not-alone": QT_TRANSLATE_NOOP(
        "rules", "“%1” follows the comment on its line; nothing may."
    ),
    "comment-misplaced": QT_TRANSLATE_NOOP(
        "rules", "This comment must stand on the line right below its heading."
    ),
    "kind-unknown": QT_TRANSLATE_NOOP("rules", "“%1” is no kind of item; expected: %2."),
    "kind-misplaced": QT_TRANSLATE_NOOP("rules", "“%1” cannot stand here; expected: %2."),
    "section-id-repeated": QT_TRANSLATE_NOOP("rules", "Two sections have the id “%1”."),
    "note-id-repeated": QT_TRANSLATE_NOOP("rules", "Two notes have the id “%1”."),
    "note-outside-section": QT_TRANSLATE_NOOP("rules", "The note “%1” is in no section (##)."),
    # a note's texts
    "question-empty": QT_TRANSLATE_NOOP("rules", "The question is missing."),
    "question-not-a-line": QT_TRANSLATE_NOOP(
        "rules", "“%1” is not read as a question; put a backslash before its first sign."
    ),
    "answer-empty": QT_TRANSLATE_NOOP("rules", "“%1” has no answer."),
    "below-empty": QT_TRANSLATE_NOOP("rules", "“%1” has nothing below its line ---."),
    "answer-line-repeated": QT_TRANSLATE_NOOP(
        "rules", "There can be only one line --- in a note; *** draws a line in the text."
    ),
    "answer-line-not-alone": QT_TRANSLATE_NOOP(
        "rules", "There must be a blank line above and below ---."
    ),
    "deletion-missing": QT_TRANSLATE_NOOP(
        "rules", "Nothing is hidden in “%1”: write what to hide as [hidden](#1)."
    ),
    "deletion-misplaced": QT_TRANSLATE_NOOP("rules", "“%1” cannot be hidden here."),
    "deletion-empty": QT_TRANSLATE_NOOP("rules", "“%1” hides nothing."),
    "deletion-malformed": QT_TRANSLATE_NOOP(
        "rules", "A deletion in “%1” is not whole; expected: %2."
    ),
    "deletion-numbers": QT_TRANSLATE_NOOP(
        "rules", "Deletions must be numbered from 1 without a gap; here: %1."
    ),
    "deletion-glued": QT_TRANSLATE_NOOP(
        "rules", "A deletion in “%1” must hold whole emphasis and formulas, and stand apart."
    ),
    "link-reserved": QT_TRANSLATE_NOOP("rules", "“%1” is a link that Époque keeps for itself."),
    "image-path": QT_TRANSLATE_NOOP("rules", "The image “%1” must lie in the folder of the file."),
    "image-missing": QT_TRANSLATE_NOOP("rules", "The image “%1” is missing."),
    "image-unreadable": QT_TRANSLATE_NOOP("rules", "The image “%1” cannot be read."),
    "image-too-large": QT_TRANSLATE_NOOP("rules", "The image “%1” has more than 10 MB."),
    "image-kind": QT_TRANSLATE_NOOP("rules", "“%1” is no PNG, JPEG, GIF, BMP or WebP image."),
    "dollar-stray": QT_TRANSLATE_NOOP(
        "rules", "“%1” holds a lone $: put $ on both sides of a formula, or write \\$."
    ),
    # a quiz question's body
    "body-missing": QT_TRANSLATE_NOOP(
        "rules", "The question “%1” has no answer that can be marked; expected: %2."
    ),
    "body-not-alone": QT_TRANSLATE_NOOP(
        "rules", "“%1” stands beside the answer: put the explanation below a line ---."
    ),
    "option-malformed": QT_TRANSLATE_NOOP(
        "rules", "“%1” is not read as an option: write - [x] or - [ ], its text, then its quote."
    ),
    "options-too-few": QT_TRANSLATE_NOOP("rules", "A choice needs two options at least."),
    "option-repeated": QT_TRANSLATE_NOOP("rules", "Two options say “%1”."),
    "right-option-missing": QT_TRANSLATE_NOOP(
        "rules", "No option is right: write - [x] before a right one."
    ),
    "right-option-repeated": QT_TRANSLATE_NOOP(
        "rules", "“%1” is one right option too many; several are for the kind choices."
    ),
    "reason-missing": QT_TRANSLATE_NOOP(
        "rules", "“%1” does not say why it is true or false: write the reason below a line ---."
    ),
    "number-malformed": QT_TRANSLATE_NOOP(
        "rules", "“%1” is not read as a number; write for example = 4,2 ± 0,1 Mo."
    ),
    "tolerance-negative": QT_TRANSLATE_NOOP("rules", "The tolerance “%1” is below zero."),
    "answer-not-plain": QT_TRANSLATE_NOOP(
        "rules", "“%1” must be plain text, without formula, code or emphasis: it is to be typed."
    ),
    "item-malformed": QT_TRANSLATE_NOOP("rules", "“%1” must be a line of text."),
    "items-too-few": QT_TRANSLATE_NOOP(
        "rules", "An order needs three items at least, a match two pairs; here: %1."
    ),
    "item-repeated": QT_TRANSLATE_NOOP("rules", "“%1” stands here twice."),
    # a course of several files
    "course-empty": QT_TRANSLATE_NOOP("rules", "There is no chapter in this folder."),
    "chapter-id-repeated": QT_TRANSLATE_NOOP("rules", "Two chapters have the id “%1”."),
    "chapter-number-repeated": QT_TRANSLATE_NOOP("rules", "Two chapters have the number %1."),
    "chapter-number-different": QT_TRANSLATE_NOOP(
        "rules", "The number of the chapter is not that of its folder: %1."
    ),
    # an export of numbered cards
    "number-unexpected": QT_TRANSLATE_NOOP("rules", "Card %1 stands where %2 was expected."),
    "card-repeated": QT_TRANSLATE_NOOP("rules", "Here is %1 once more."),
    "answer-missing": QT_TRANSLATE_NOOP(
        "rules", "There is no line A between the question and the answer of %1."
    ),
    "rating-unknown": QT_TRANSLATE_NOOP("rules", "“%1” is not a line of the rating."),
    # a GIFT file
    "gift-braces": QT_TRANSLATE_NOOP(
        "rules", "“%1” lacks one of the braces { and } around its answers: left out."
    ),
    "gift-merged": QT_TRANSLATE_NOOP(
        "rules",
        "No blank line parts “%1” from the question after it: both are left out.",
    ),
    "gift-kind": QT_TRANSLATE_NOOP("rules", "“%1” is no question with answers: left out."),
    "gift-credit": QT_TRANSLATE_NOOP(
        "rules", "“%1” has partial credit, which is not kept: an answer is right or wrong."
    ),
    "gift-html": QT_TRANSLATE_NOOP("rules", "“%1” has no like here: its text alone is kept."),
    "gift-lost": QT_TRANSLATE_NOOP("rules", "“%1” cannot be kept; instead: %2."),
    # what cannot be written
    "not-writable": QT_TRANSLATE_NOOP("rules", "“%1” cannot be written in this format."),
}
