"""Where everything is put together: the look, the language, the log, the vault, the windows."""

import logging
import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject
from PySide6.QtWidgets import QApplication

from auditor_app import places
from auditor_app.errors import AuditorError
from ui.ask import Ask
from ui.crash import CrashHook
from ui.language import Language
from ui.settings import Settings
from ui.shell.unlock import UnlockWindow, Wish
from ui.tasks import Tasks, warm_up
from ui.theme import Theme

if TYPE_CHECKING:
    from auditor_app.vault import Vault
    from ui.main_window import MainWindow

# What follows the first window is imported where it is needed: the door with all behind it takes
# four times as long as a bare Qt window. `warm_up` brings it in while the passphrase is typed.
SAMPLE = "sample"


class App(QObject):
    """The running program: the unlock window or the window over one open vault."""

    def __init__(self, app: QApplication, settings: Settings, ask: Ask) -> None:
        super().__init__(app)
        self._app, self._settings, self._ask = app, settings, ask
        self._theme = app.findChild(Theme) or _make_theme(app)
        self._language = Language(app, places.resources())
        self._language.use(settings.language)
        self._theme.use(dark=settings.is_dark, scale=settings.percent / 100)
        self._tasks: Tasks | None = None
        self._folder: Path | None = None
        self._has_told_crash = False
        self.main: MainWindow | None = None
        self.unlock: UnlockWindow | None = None

    def start(self, folder: Path | None = None, *, is_sample: bool = False) -> None:
        """Show the first window: for a vault named on the command line, the sample, or the last."""
        self._show_unlock()
        if is_sample:
            self.open_sample()
        elif folder is not None and self.unlock is not None:
            self.unlock.choose(folder.resolve())

    def open_sample(self) -> None:
        """Open the sample vault in this user's own data, made when it is not there yet."""
        folder = places.vaults() / SAMPLE
        self._open(None, partial(_open_sample, folder))

    def lock(self) -> None:
        """Close the vault and ask for the passphrase again."""
        self._close_vault()
        self._show_unlock()

    def quit(self) -> None:
        """Close the vault and end the program."""
        self._close_vault()
        self._app.quit()

    def tell_crash(self, _: str) -> None:
        """Say once that the program itself went wrong, and where the report is."""
        if self._has_told_crash:
            return
        self._has_told_crash = True
        words = self.tr(
            "程序出现了一个错误，刚才的操作可能没有完成。已保存的记录是安全的。"
            "请重新做一遍；再次出现时请把这个文件交给技术支持（其中没有审核内容）：\n{file}"
        )
        self._ask.tell(words.format(file=places.logs() / "crash.log"))

    def _show_unlock(self) -> None:
        self.unlock = UnlockWindow(self._settings.recent, new_in=places.vaults())
        self.unlock.open_asked.connect(self._open_with_passphrase)
        self.unlock.keychain_asked.connect(self._open_with_keychain)
        self.unlock.create_asked.connect(self._create)
        self.unlock.sample_asked.connect(self.open_sample)
        self.unlock.browse_asked.connect(self._browse)
        self.unlock.show()
        warm_up("auditor_app.vault")

    def _open_with_passphrase(self, folder: Path, passphrase: str) -> None:
        self._open(folder, partial(_open_with_passphrase, folder, passphrase))

    def _open_with_keychain(self, folder: Path) -> None:
        self._open(folder, partial(_open_with_keychain, folder))

    def _create(self, wish: Wish) -> None:
        self._open(wish.folder, partial(_make, wish))

    def _browse(self) -> None:
        folder = self._ask.folder(self.tr("选择资料库所在的文件夹"))
        if folder is not None and self.unlock is not None:
            self.unlock.choose(folder)

    def _open(self, folder: Path | None, opener: Callable[[], "Vault"]) -> None:
        self._folder = folder
        if self.unlock is not None:
            self.unlock.show_busy(True)
        self._tasks = Tasks(opener)
        self._tasks.opened.connect(self._on_opened)
        self._tasks.failed.connect(self._on_not_opened)

    def _on_opened(self) -> None:
        tasks = self._tasks
        if tasks is None:
            return
        from ui.main_window import MainWindow
        from ui.pages import PAGES

        tasks.failed.disconnect(self._on_not_opened)
        if self._folder is not None:  # the sample has a button of its own
            self._settings.remember(self._folder)
        settings = self._settings
        window = MainWindow(
            tasks,
            self._ask,
            PAGES,
            audit_id=settings.audit,
            language=settings.language,
        )
        window.audit_shown.connect(self._remember_audit)
        window.dark_chosen.connect(self._choose_dark)
        window.percent_chosen.connect(self._choose_percent)
        window.language_chosen.connect(self._choose_language)
        window.lock_asked.connect(self.lock)
        window.about_asked.connect(self._tell_about)
        window.closed.connect(self.quit)
        self.main = window
        window.resize(1440, 900)
        window.show()
        if self.unlock is not None:
            self.unlock.close()
            self.unlock.deleteLater()
            self.unlock = None

    def _on_not_opened(self, error: AuditorError) -> None:
        if self._tasks is not None:
            self._tasks.close()
            self._tasks = None
        if self.unlock is not None:
            self.unlock.show_trouble(str(error))

    def _close_vault(self) -> None:
        window, tasks = self.main, self._tasks
        self.main = self._tasks = None
        if window is not None:
            window.closed.disconnect(self.quit)
            window.close()
            window.deleteLater()
        if tasks is not None:
            tasks.close()

    def _remember_audit(self, audit_id: str) -> None:
        self._settings.audit = audit_id

    def _choose_dark(self, dark: bool) -> None:
        self._settings.is_dark = dark
        self._theme.use(dark=dark, scale=self._theme.scale)

    def _choose_percent(self, percent: int) -> None:
        self._settings.percent = percent
        self._theme.use(dark=self._theme.is_dark, scale=percent / 100)

    def _choose_language(self, language: str) -> None:
        self._settings.language = language
        if self.main is not None:
            self.main.use_language(language)
        self._language.use(language)

    def _tell_about(self) -> None:
        words = self.tr(
            "版本 {version}。离线使用，不连接网络；全部记录加密存放在本机。\n"
            "图标 Lucide（ISC），字体思源黑体 Noto Sans SC（OFL），界面库 Qt（LGPL）。"
        )
        self._ask.inform(self.tr("现场审核"), words.format(version=_version()))


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication with name and version; before any window."""
    choose_input_method(os.environ)
    app = QApplication(arguments)
    app.setApplicationName("auditor")
    app.setQuitOnLastWindowClosed(False)
    return app


def start_log(hook: CrashHook) -> None:
    """Write the log of this machine: no word of the audit goes in."""
    hook.install()
    logging.basicConfig(
        filename=places.logs() / "auditor.log",
        encoding="utf-8",
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
    )


def choose_input_method(environ: Mapping[str, str]) -> None:
    """WORKAROUND: Qt's wheels bring no fcitx plugin, and fcitx5 speaks ibus' protocol too
    (fcitx/fcitx5#444). May go when a wheel ships the plugin."""
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    asked = environ.get("QT_IM_MODULE", "").startswith("fcitx")
    if asked and not list((plugins / "platforminputcontexts").glob("*fcitx*")):
        os.environ["QT_IM_MODULE"] = "ibus"


def _open_with_passphrase(folder: Path, passphrase: str) -> "Vault":
    from auditor_app.vault import open_vault

    return open_vault(folder, passphrase=passphrase)


def _open_with_keychain(folder: Path) -> "Vault":
    from auditor_app.vault import SystemKeychain, open_vault

    return open_vault(folder, keychain=SystemKeychain())


def _open_sample(folder: Path) -> "Vault":
    from auditor_app.sample import open_sample

    return open_sample(folder)


def _make(wish: Wish) -> "Vault":
    from auditor_app.vault import Locks, Profile, SystemKeychain, new_vault

    keychain = SystemKeychain()
    locks = Locks(passphrase=wish.passphrase, keychain=keychain if keychain.available else None)
    return new_vault(wish.folder, Profile(name=wish.name, role=wish.role), locks)


def _make_theme(app: QApplication) -> Theme:
    from auditor_app import fonts

    return Theme(app, places.resources(), fonts.font_files())


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("auditor")
    except PackageNotFoundError:
        return "0"
