"""What can go wrong, sorted by whose move it is next.

Every `AuditorError` carries text ready to read, in Chinese: what happened, what is safe, what to
do. Anything else that is raised is a bug and goes to the crash hook.
"""

from collections.abc import Sequence


class AuditorError(Exception):
    """The user can act on this; its text is shown as it stands."""


class WrongKey(AuditorError):
    """The vault doesn't open with this key, or its first page is damaged: nobody can tell."""


class NotAVault(AuditorError):
    """The folder holds no vault, or a file there is not what a vault's file must be."""


class NewerVersion(AuditorError):
    """Written by a newer version of the program: refused politely, nothing is changed."""


class VaultInUse(AuditorError):
    """A second process tried to open the same vault."""


class Damaged(AuditorError):
    """Stored or received data is not what was written."""


class DiskFull(AuditorError):
    """The disk has no room for what was to be written."""


class FileTrouble(AuditorError):
    """A file can't be read or written for another reason than room."""


class NoKeyring(AuditorError):
    """This machine offers no keyring, so a passphrase is needed."""


class Refused(AuditorError):
    """The record's state, the rulebook or the audit's plan does not allow this step."""


class NotFound(AuditorError):
    """What was asked for is not in this vault."""


class Invalid(AuditorError):
    """What was typed or handed in cannot be kept as it is."""


class PackageInvalid(AuditorError):
    """A package is not whole, not of the format, or was altered on the way."""


class PackageUntrusted(AuditorError):
    """A package is signed by a key this vault does not trust."""


class PackageNotForUs(AuditorError):
    """A package is encrypted to somebody else's key."""


class NotEnoughRoom(DiskFull):
    """The package says it needs more room than the disk has: asked before the first byte."""


class UnknownClause(NotFound):
    """The rulebook prints no clause or item with this id."""


class RulebookInvalid(AuditorError):
    """A rulebook's text cannot be used; `problems` lists everything wrong with it."""

    def __init__(self, problems: Sequence[object]) -> None:
        self.problems = tuple(problems)
        lines = "\n".join(f"· {problem}" for problem in problems)
        super().__init__(
            f"规则数据文件有 {len(problems)} 处错误，未载入；审核记录没有改动。"
            f"请改正文件或重新安装程序。\n{lines}"
        )
