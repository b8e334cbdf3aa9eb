"""What asks for names, passphrases and keys: the cards of the door, and the pages of people."""
