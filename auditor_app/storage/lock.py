"""One process per vault."""

from pathlib import Path

from filelock import FileLock, Timeout

from auditor_app.errors import VaultInUse

LOCK_FILE = "lock"


class Lock:
    """Held while a vault is open; the operating system drops it when the process dies."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / LOCK_FILE)
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise VaultInUse(
                "资料库已在另一个窗口或程序中打开。没有改动任何数据；请先关闭另一个窗口。"
            ) from error

    def release(self) -> None:
        """Let another process open the vault."""
        self._lock.release()
