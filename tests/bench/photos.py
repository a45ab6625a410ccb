"""Photos of 5 MB that no two measurements share."""

import os
from pathlib import Path

from tests.core.builders import a_photo

SIZE = 5_000_000
_HEAD = a_photo()


def big_photo() -> bytes:
    """A JPEG with noise behind its end: as large as a phone's, as quick to make as noise."""
    return _HEAD + os.urandom(SIZE - len(_HEAD))


def write_photos(folder: Path, count: int) -> None:
    """So many photos as plain files."""
    folder.mkdir(exist_ok=True)
    for number in range(len(list(folder.iterdir())), count):
        (folder / f"IMG_{number:04d}.jpg").write_bytes(big_photo())
