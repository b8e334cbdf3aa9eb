"""Handwritten pages: sections and records that deserve more than a list and a form."""
