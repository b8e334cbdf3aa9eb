"""The guide inside the window: its chapters, the page that shows them, and where one is."""
