"""What all tests share: Qt draws into memory, unless somebody asks for another platform.

No test is timed: how long an example takes says more about the machine than about the program.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
