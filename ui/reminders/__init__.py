"""Reminders while the window is open: the bell, what it rings for, and the system tray."""
