"""How a list of records leaves for other programs: tables, cards, calendars, parts of the archive.

A person chooses the records, the form and the language; `writing` puts them into a file.
"""
