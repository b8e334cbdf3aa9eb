"""What every test shares."""

import os

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ.setdefault("QT_ACCESSIBILITY", "1")

# A shared machine is slow at times; how long an example takes is no property of the code.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")
