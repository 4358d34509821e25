"""How student code tries to end its process, or not to end at all; each costs only its own run."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest
from conftest import MIB, QUICK, Attack  # type: ignore[import-not-found]  # beside this file
