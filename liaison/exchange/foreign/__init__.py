"""Tables, cards and calendars that other programs wrote: read, matched, and taken in as records.

`reading` gives a `Source` of plain rows; `guessing` says what its columns may be; `planning` makes
of both and the archive a `Plan` that says of every record what would become of it and what a
person has to decide; `taking_in` carries it out in one change and gives a `Report`.
"""
