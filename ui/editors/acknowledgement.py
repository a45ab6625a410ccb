"""The client's word on a nonconformity: a signature, or a dispute in their own words."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton

from auditor_app.domain import Nonconformity, Stroke
from ui import theme
from ui.editors.form import Form
from ui.widgets.signature_pad import SignaturePad


class AcknowledgementDialog(Form):
    """Accepted with a name and a signature; who disputes may leave the pad empty."""

    def __init__(self, nc: Nonconformity) -> None:
        super().__init__(_title(nc), icon="signature", width=540)
        self.name = QLineEdit(nc.acknowledged_by or nc.responsible)
        self.pad = _Pad()
        self.pad.confirmed.connect(self.accept)
        self.pad.clear_asked.connect(self.pad.clear)
        self.dispute = QPlainTextEdit(nc.dispute)
        self.dispute.setTabChangesFocus(True)
        self.dispute.setMaximumHeight(theme.px(76))
        self.dispute.setPlaceholderText(self.tr("无异议则留空"))
        self.add_note(self.tr("签名表示知晓并核实事实；有异议不影响继续，原话记录在案。"))
        self.add_field(self.tr("受审核方确认人"), self.name)
        self.rows.addWidget(self.pad, 1)
        self.rows.addLayout(self._build_buttons())
        self.add_field(self.tr("异议（用受审核方原话）"), self.dispute)
        self.finish(self.tr("确认"))
        self.pad.setFocus()

    def person(self) -> str:
        """Who signs."""
        return self.name.text().strip()

    def words(self) -> str:
        """The dispute, empty when there is none."""
        return self.dispute.toPlainText().strip()

    def strokes(self) -> tuple[Stroke, ...]:
        """The signature; empty when only words were given."""
        return () if self.pad.is_blank() else self.pad.strokes()

    def find_trouble(self) -> str:
        """A name, and a signature or words."""
        if not self.person():
            return self.tr("请填写受审核方确认人的姓名。")
        if self.pad.is_blank() and not self.words():
            self.pad.refuse(self.tr("还没有笔迹"))
            return self.tr("请其签名；拒绝签名的，写明其异议。")
        return ""

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for icon, word, act in (
            ("eraser", self.tr("清除"), self.pad.clear),
            ("undo-2", self.tr("撤销一笔"), self.pad.undo),
        ):
            button = QPushButton(word, autoDefault=False)
            theme.dress(button, icon)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        return row


class _Pad(SignaturePad):
    """A pad that fits a dialog."""

    def sizeHint(self) -> QSize:
        """Lower than on the meeting page."""
        return QSize(theme.px(480), theme.px(200))


def _title(nc: Nonconformity) -> str:
    words = QCoreApplication.translate("AcknowledgementDialog", "{number} 受审核方确认")
    return words.format(number=nc.number)
