"""The parts of the settings, one file a part."""
