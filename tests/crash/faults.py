"""What can strike a program at a system call, as strace injects it."""

from dataclasses import dataclass
from enum import StrEnum

CALLS = (
    "write",
    "pwrite64",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "ftruncate",
)
"""Every call after which the disk looks different; which of them occur depends on the machine."""

_WRITING = frozenset({"write", "pwrite64", "ftruncate", "rename", "renameat", "renameat2"})
_SYNCING = frozenset({"fsync", "fdatasync"})


class Kind(StrEnum):
    """The faults, as the table names them. "for good": every later call of that name fails, too."""

    KILL = "kill -9"
    FULL_ONCE = "disk full once"
    FULL = "disk full for good"
    SICK_ONCE = "fsync EIO once"
    SICK = "fsync EIO for good"

    @property
    def calls(self) -> tuple[str, ...]:
        """The calls it can strike."""
        if self is Kind.KILL:
            return CALLS
        struck = _WRITING if self in {Kind.FULL, Kind.FULL_ONCE} else _SYNCING
        return tuple(call for call in CALLS if call in struck)

    @property
    def passes(self) -> bool:
        """Whether the program could simply try again."""
        return self in {Kind.FULL_ONCE, Kind.SICK_ONCE}


_EFFECTS = {
    Kind.KILL: "signal=SIGKILL",
    Kind.FULL_ONCE: "error=ENOSPC",
    Kind.FULL: "error=ENOSPC",
    Kind.SICK_ONCE: "error=EIO",
    Kind.SICK: "error=EIO",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault at the `when`-th time (from 1) that the program makes this call."""

    kind: Kind
    call: str
    when: int

    @property
    def options(self) -> list[str]:
        """What strace must be told. It counts `when` for each call apart."""
        later = "+" if self.kind in {Kind.FULL, Kind.SICK} else ""
        inject = f"inject={self.call}:{_EFFECTS[self.kind]}:when={self.when}{later}"
        return ["-e", f"trace={self.call}", "-e", inject]

    def __str__(self) -> str:
        return f"{self.kind} at {self.call} {self.when}"
