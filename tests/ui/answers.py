"""The user, faked: answers put in beforehand, everything told remembered."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog

from ui.ask import PHOTOS, Ask


class Answers(Ask):
    """An `Ask` whose answers a test puts in; the defaults are a person who thinks better of it."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.asked: list[str] = []
        self.agrees = False
        self.words: str | None = None
        self.secret: str | None = None
        self.choice: int | None = None
        self.paths: list[Path] = []

    def tell(self, error: Exception | str) -> None:
        self.told.append(str(error))

    def inform(self, title: str, words: str) -> None:
        self.told.append(f"{title}\n{words}")

    def confirm(
        self, question: str, *, detail: str = "", action: str = "", is_risky: bool = False
    ) -> bool:
        self.asked.append(question)
        return self.agrees

    def text(
        self, title: str, *, label: str = "", value: str = "", is_long: bool = False
    ) -> str | None:
        self.asked.append(title)
        return self.words

    def choose(self, title: str, options: Sequence[tuple[str, str]]) -> int | None:
        self.asked.append(title)
        return self.choice

    def passphrase(self, title: str, *, words: str = "", is_new: bool = False) -> str | None:
        self.asked.append(title)
        return self.secret

    def files(self, title: str, *, kinds: str = PHOTOS) -> list[Path]:
        self.asked.append(title)
        return self.paths

    def file(self, title: str, *, kinds: str) -> Path | None:
        self.asked.append(title)
        return next(iter(self.paths), None)

    def save_as(self, title: str, *, name: str, kinds: str) -> Path | None:
        self.asked.append(title)
        return next(iter(self.paths), None)

    def folder(self, title: str) -> Path | None:
        self.asked.append(title)
        return next(iter(self.paths), None)

    def finish(self, dialog: QDialog) -> bool:
        self.asked.append(dialog.windowTitle())
        return self.agrees
