"""Bilingual typesetting: Persian and English text onto paper, and back out of the file intact.

How one paragraph travels: `markup` takes the tags off the text; `shaping` isolates what must not
turn around, resolves its levels, cuts it into pieces of one font and direction and lets HarfBuzz
choose and place the glyphs; `breaks` says where a line may end and `lines` fills the lines in
logical order; `placing` puts one line into visual order, `recovery` chooses the order of writing
from which readers recover the text, and `typeset` writes it down; `glyphs` hands out a code for
every (glyph, source text) and embeds exactly the glyphs used, so that what is copied from the file
is what was written. `paragraph`, `table` and `facing` are the blocks of a story, `composer` pours
a story into pages, `page` with its `furniture` frames them, `tags` keeps the reading order, and
`finish` makes the tagged file of it.

This package itself imports nothing heavy: whoever prints imports the module they need.
"""
