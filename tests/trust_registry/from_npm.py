"""A program of others, installed by its lock; the long runs only, since it takes the network."""

import shutil
import subprocess

import pytest

from tests import missing


def installed(source, folder, *, name):
    """Install what stands in ``source`` into a folder; skipped by name without npm."""
    missing.need("npm")
    shutil.copytree(source, folder, dirs_exist_ok=True)
    done = subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
        cwd=folder, check=False, capture_output=True, timeout=300, text=True,
    )  # fmt: skip
    if done.returncode:
        pytest.skip(f"{missing.PREFIX}{name}")
    return folder
