"""The archive's backups in the window: made by themselves, looked at, put back."""
