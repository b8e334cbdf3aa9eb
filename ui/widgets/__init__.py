"""Small widgets every page draws from."""
