"""The door of the window: the first start, signing in, locking, and who may come in."""
