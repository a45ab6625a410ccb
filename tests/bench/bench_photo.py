"""A photo captured (hashed, encrypted, flushed, journalled) beside a copy with fsync."""

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from auditor_app.operations.evidence import Origin
from tests.bench.measure import Figure, ratio
from tests.bench.photos import write_photos
from tests.core.builders import a_vault, an_audit

PHOTOS = 60


def run() -> list[Figure]:
    """The one figure."""
    with TemporaryDirectory(prefix="auditor-bench-") as name:
        folder = Path(name)
        write_photos(folder / "camera", PHOTOS)
        vault = a_vault(folder / "v")
        audit, _ = an_audit(vault)
        sources = sorted((folder / "camera").iterdir())
        captured, copied = iter(sources), iter(sources)

        def capture() -> None:
            vault.evidence.add(next(captured), Origin(audit_id=audit.id))

        def copy() -> None:
            source = next(copied)
            with source.open("rb") as reader, (folder / source.name).open("wb") as writer:
                shutil.copyfileobj(reader, writer, 1 << 20)
                writer.flush()
                os.fsync(writer.fileno())

        what = "5 MB photo captured / copy + fsync"
        figure = ratio(what, capture, copy, limit=5, times=PHOTOS)
        vault.close()
    return [figure]
