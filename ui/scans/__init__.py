"""Scans in the window: read behind everything else, shown with their doubts."""
