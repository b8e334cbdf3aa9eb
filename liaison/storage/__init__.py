"""The archive on disk: one folder with a database, its attachments and its lock."""
