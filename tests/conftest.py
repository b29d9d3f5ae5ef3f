"""What all tests share: Qt draws into memory, unless somebody asks for another platform."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
