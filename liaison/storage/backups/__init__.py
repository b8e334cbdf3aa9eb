"""Copies of an archive: made, verified before they count, kept by age, put back."""
