"""The language of the screen: Chinese is the source, English is translated."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from ui.settings import CHINESE, ENGLISH

_LOCALES = {CHINESE: "zh_CN", ENGLISH: "en_GB"}


class Language(QObject):
    """Puts words in place; every window hears of it by a `LanguageChange` event."""

    def __init__(self, app: QCoreApplication, resources: Path) -> None:
        super().__init__(app)
        self._app = app
        self._folder = resources / "translations"
        self._worn: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Switch to `zh` or `en`: our own words, and Qt's (保存, 取消 …)."""
        for old in self._worn:
            self._app.removeTranslator(old)
        self._worn = []
        QLocale.setDefault(QLocale(_LOCALES[language]))
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        if language == CHINESE:
            self._wear(qt / "qtbase_zh_CN.qm")
        else:
            self._wear(self._folder / "app_en.qm")

    def _wear(self, file: Path) -> None:
        translator = QTranslator(self)
        if translator.load(str(file)):
            self._app.installTranslator(translator)
            self._worn.append(translator)
