"""The aids under the record: phrases, whom one asked, the time, the documents one saw."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from auditor_app.domain import now
from ui.ask import Ask
from ui.audit_words import clock
from ui.widgets.note_edit import NoteEdit
from ui.widgets.quiet_button import QuietButton

PHRASES = (
    "抽查  份记录，内容、签名和日期齐全，符合要求。",
    "抽查  份记录，其中  份缺少，详见照片。",
    "现场查看：",
    "访谈：能说出本岗位的危险源和控制措施。",
    "访谈：说不清本岗位的危险源和控制措施。",
    "与陪同人员当场核对，对方确认属实。",
    "本次审核范围内没有这项活动，理由：",
)
"""Written into the record as they are, so they are Chinese in every language of the screen."""

MOST_OFFERED = 15


class NoteAids(QObject):
    """`named` carries a field of the answer and the word to add to it."""

    named = Signal(str, str)

    def __init__(self, note: NoteEdit, ask: Ask) -> None:
        super().__init__(note)
        self._note, self._ask = note, ask
        self._known: dict[str, Sequence[str]] = {}
        self._is_anonymous = False
        note.offer("phrases", PHRASES)
        note.aid_asked.connect(self._help)

    def show_known(
        self, people: Sequence[str], documents: Sequence[str], *, is_anonymous: bool
    ) -> None:
        """What to choose from; of an anonymous question no name is kept."""
        self._known = {"people": people, "documents": documents}
        self._is_anonymous = is_anonymous
        button = self._note.findChild(QuietButton, "people")
        if button is not None:
            button.setEnabled(not is_anonymous)
            button.setToolTip(self.tr("这一项不记受访人姓名") if is_anonymous else "")

    def menu(self, aid: str) -> QMenu:
        """What a press on 受访人 or 引用文件 offers."""
        menu = QMenu(self._note)
        for word in self._known.get(aid, ())[:MOST_OFFERED]:
            menu.addAction(word).triggered.connect(partial(self._name, aid, word))
        if not menu.isEmpty():
            menu.addSeparator()
        other = self.tr("其他人…") if aid == "people" else self.tr("其他文件…")
        menu.addAction(other).triggered.connect(partial(self._ask_name, aid))
        return menu

    def _help(self, aid: str) -> None:
        if aid == "time":
            self._note.insert(f"{clock(now())} ")
        elif not self._known.get(aid):
            self._ask_name(aid)
        else:
            menu = self.menu(aid)
            menu.aboutToHide.connect(menu.deleteLater)
            button = self._note.findChild(QuietButton, aid)
            if button is not None:
                menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _ask_name(self, aid: str, _checked: bool = False) -> None:
        if aid == "people":
            word = self._ask.text(self.tr("受访人"), label=self.tr("姓名和岗位"))
        else:
            word = self._ask.text(self.tr("引用文件"), label=self.tr("文件名称和编号"))
        if word:
            self._name(aid, word)

    def _name(self, aid: str, word: str, _checked: bool = False) -> None:
        if aid == "people":
            if not self._is_anonymous:
                self._note.insert(f"访谈{word}：")
                self.named.emit("interviewees", word)
        else:
            self._note.insert(f"《{word}》")
            self.named.emit("documents", word)
