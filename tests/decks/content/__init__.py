"""What every chapter of the course must pass, and what its writer declares.

A chapter is ``decks/content/NN-name/chapter.md``. Beside these modules it has its own,
``test_NN_name.py`` (dashes become underscores), which `test_every_chapter` looks for by that name:
a chapter without it fails. It declares

`FIGURES`
    A list of `figures.Figure`: where it is said (the id of a note or section, or
    `course_text.OPENING` for what stands before the first section), some words that stand there
    word for word, and the value in them, **computed** in this module from first principles and
    written by `figures.fr` (a sentence), `figures.tex` (a formula) or `figures.tex_power` (a
    formula, times a power of ten)::

        Figure("epoque-pas", "[938](#1", fr(math.ceil(60_000 / 64)))

    `figures.tells` makes several of one place, an ``@`` in its words for each value.

`GIVEN`
    For an id, the numbers, as written there, that a question gives, that name a thing, or that a
    source vouches for, cited beside them: ``{"degradation": {"56", "20", "2016"}}  # He et al.``.
    Every number of two signs or more is computed or given, hints included; smaller ones are words.

`SETUP` (if a card's program needs it)
    For an id, Python that runs before the programs there, to make what they do not show::

        SETUP = {"couple-code": "jeu = [(torch.zeros(1, 28, 28), 5)]"}

and tests of what is the chapter's alone: figures said in words (« quatre fois »), what a program
leaves behind (`programs.run`). It gets the file by
``CHAPTER = chapter_file("NN-name")``. It declares numbers; the shared tests check them.

What the experiments of its notes show is checked beside it, in ``test_NN_name_runs.py`` with the
help of `runs`. What a chapter computes by more than a line has its formulas in `arithmetic`, one
module a subject.

How programs are run (`programs`): the fences of a note, a section or the opening are ``python`` or
``text``, nothing else. Its ``python`` fences run in order, in one namespace that holds `torch`,
`nn`, `F`, `np`, `math` and what `SETUP` makes; one that starts with a blank goes on where the one
before stopped. Together they print exactly what its ``text`` fences say, in order; a line that ends
in ``…`` stands for any that starts so. A program that fails prints the last line of its traceback
(``RuntimeError: …``), and the next one runs all the same. All runs twice, with different seeds, and
must print the same: show `torch.manual_seed` when chance plays. Where the question says « affiche »
the ``text`` stands below the answer line. A ``text`` fence without any ``python`` is just text.

Spelling is Hunspell's. A word of the field that its dictionary lacks goes into ``terms.txt``, in
alphabetical order and as written within a sentence; English stands in *italics*. Formulas are drawn
as the app does, one within a sentence at most 25 em wide and 4 em high.

Quiz questions stand in the same sections as the cards, after them, with ids that start with
``q-``. The number that one of kind ``number`` asks for is a figure that starts with its line::

    Figure("q-epoque-pas", "= 938", fr(math.ceil(60_000 / 64)))

What else is checked reads as a list in `test_every_chapter`, `test_every_note` and
`test_every_question`: the facts that a chapter has to teach and ask, how many questions it has at
least. To check one::

    pytest -q tests/decks/content -k "NN-name or NN_name"

and, at the end, ``tests/test_course_experiments.py``: experiments exist and take these settings.
"""
