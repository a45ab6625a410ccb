"""Evidence: what the auditor saw, kept byte for byte."""

from dataclasses import dataclass

from auditor_app.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """A photo or file; `sha256` and `size` are those of the untouched original bytes.

    `taken_at` is the camera's own clock as it wrote it (ISO 8601, with offset only where the
    camera gave one); `links` are ids of answers, nonconformities, meetings. `missing` names the
    metadata the file does not carry, so that its absence is said rather than overlooked.
    """

    number: str
    sha256: str
    size: int
    name: str
    media_type: str
    caption: str = ""
    taken_at: str = ""
    device: str = ""
    latitude: str = ""
    longitude: str = ""
    location: str = ""
    width: int = 0
    height: int = 0
    orientation: int = 1
    source: str = "import"
    missing: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
