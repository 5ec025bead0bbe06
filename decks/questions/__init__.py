"""Quiz questions: what they hold, what an answer to one is, and what it is worth.

A question is a note (`decks.model.Note`) of a kind that `NoteKind.is_question` names: `front` asks,
`back` is its *body* in Markdown (options, a number, an order…) and `extra` explains the answer.
"""
