"""Where things lie: what ships with the program, and what each user keeps.

Works in a source tree, in an installed wheel and in a frozen application. Nothing here creates
anything: who writes, makes the folder (`files.make_folder`).
"""

import sys
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("auditor", appauthor=False)
_PACKAGE = Path(__file__).resolve().parent


def data() -> Path:
    """The shipped knowledge: rulebooks, standards, samples. Read-only."""
    return _shipped() / "data"


def resources() -> Path:
    """What the eye sees: icons, fonts, theme, translations, changes.md. Read-only."""
    return _shipped() / "resources"


def vaults() -> Path:
    """Where new vaults are offered to lie: the user's own data, never beside the program."""
    return _DIRS.user_data_path / "vaults"


def settings() -> Path:
    """This user's choices for the program as a whole (language, theme, last vault)."""
    return _DIRS.user_config_path


def logs() -> Path:
    """Where the log and crash reports go."""
    return _DIRS.user_log_path


def cache() -> Path:
    """What can be made again at any time."""
    return _DIRS.user_cache_path


def _shipped() -> Path:
    """The folder that holds `data` and `resources`.

    A wheel carries them inside the package (pyproject.toml, force-include), a frozen application
    beside its modules (build.spec), a source tree at its top.
    """
    if getattr(sys, "frozen", False):
        return _PACKAGE.parent
    wheel = _PACKAGE / "_shipped"
    return wheel if wheel.is_dir() else _PACKAGE.parent
