"""What every test shares."""

import os
import tempfile

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ.setdefault("QT_ACCESSIBILITY", "1")
# What a program that is started here notes of itself is none of the developer's own log.
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="liaison-state-")

# A shared machine is slow at times; how long an example takes is no property of the code.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")
