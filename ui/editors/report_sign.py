"""The leader's signature under the report."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from auditor_app.domain import Stroke
from ui import theme
from ui.editors.form import Form
from ui.widgets.signature_pad import SignaturePad


class SignReport(Form):
    """Pad and what signing means; `strokes` is the signature once it was accepted."""

    def __init__(self, number: str, leader: str) -> None:
        super().__init__(self.tr("签署审核报告"), icon="signature", width=620)
        words = self.tr("{number}，组长 {name}。签署后报告锁定；需要更正时另出新版本并写明原因。")
        self.add_note(words.format(number=number, name=leader or "—"))
        self.pad = SignaturePad(self)
        self.pad.setMinimumHeight(theme.px(260))
        self.pad.confirmed.connect(self._confirm)
        self.rows.addWidget(self.pad, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for icon, text, action in (
            ("eraser", self.tr("清除"), self.pad.clear),
            ("undo-2", self.tr("撤销一笔"), self.pad.undo),
        ):
            button = QPushButton(text, autoDefault=False)
            theme.dress(button, icon)
            button.clicked.connect(action)
            row.addWidget(button)
        row.addStretch(1)
        self.rows.addLayout(row)
        self.finish(self.tr("签署并锁定"))
        self.pad.setFocus()

    def strokes(self) -> tuple[Stroke, ...]:
        """The signature."""
        return self.pad.strokes()

    def find_trouble(self) -> str:
        """Something was written."""
        return self.tr("还没有笔迹，请在框内签名。") if self.pad.is_blank() else ""

    def _confirm(self, _strokes: object) -> None:
        self.accept()
