"""What this user chose for the program as a whole; kept in a plain file of their own."""

from pathlib import Path

from PySide6.QtCore import QSettings

CHINESE, ENGLISH = "zh", "en"
RECENT = 8


class Settings:
    """Choices on this machine: look, text size, language, vaults opened lately."""

    def __init__(self, folder: Path) -> None:
        self._file = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)

    @property
    def is_dark(self) -> bool:
        """Whether the dark look is on."""
        return str(self._file.value("look/dark", "false")) == "true"

    @is_dark.setter
    def is_dark(self, dark: bool) -> None:
        self._file.setValue("look/dark", "true" if dark else "false")

    @property
    def percent(self) -> int:
        """The text size: 100, 125 or 150."""
        words = str(self._file.value("look/percent", "100"))
        return int(words) if words in {"100", "125", "150"} else 100

    @percent.setter
    def percent(self, percent: int) -> None:
        self._file.setValue("look/percent", str(percent))

    @property
    def language(self) -> str:
        """The language of the screen; records stay as they were written."""
        return ENGLISH if self._file.value("look/language") == ENGLISH else CHINESE

    @language.setter
    def language(self, language: str) -> None:
        self._file.setValue("look/language", language)

    @property
    def audit(self) -> str:
        """The id of the audit shown last; ids are unique over all vaults."""
        return str(self._file.value("vaults/audit", ""))

    @audit.setter
    def audit(self, audit_id: str) -> None:
        self._file.setValue("vaults/audit", audit_id)

    @property
    def recent(self) -> list[Path]:
        """Vaults opened lately that still exist, newest first."""
        # One text: QSettings gives a list of one element back as a plain string.
        names = str(self._file.value("vaults/recent", "")).splitlines()
        return [Path(name) for name in names if name and Path(name).is_dir()]

    def remember(self, vault: Path) -> None:
        """Put a vault on top of the recent ones."""
        kept = [vault, *(path for path in self.recent if path != vault)][:RECENT]
        self._file.setValue("vaults/recent", "\n".join(map(str, kept)))
