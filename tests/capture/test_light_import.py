"""Importing the workshop loads nothing heavy: the window must come up fast."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import promoter_app.capture

HEAVY = {"cv2", "numpy", "zxingcpp", "PIL"}


def test_no_module_of_capture_loads_anything_heavy() -> None:
    folder = Path(promoter_app.capture.__file__).parent
    names = sorted(f"promoter_app.capture.{path.stem}" for path in folder.glob("*.py") if path.stem != "__init__")
    code = f"import sys, importlib\nfor name in {names}: importlib.import_module(name)\nprint(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())
    assert len(names) >= 12
