"""Persian and English text: how it is stored, searched, sorted and laid out in line."""
