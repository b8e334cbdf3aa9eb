"""What a person can send when something went wrong, and nothing of what the archive holds."""
