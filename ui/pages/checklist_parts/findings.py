"""The nonconformities issued from an item, or the offer to issue one."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from auditor_app.domain import Grade, NcState, Nonconformity, Verdict
from ui import theme
from ui.audit_words import day
from ui.widgets.cards import Card, Finding, FindingCard
from ui.widgets.chips import IconOnly
from ui.widgets.words import verdict_word

NEGATIVE = frozenset({Verdict.MINOR, Verdict.MAJOR})


def state_word(state: NcState) -> str:
    """How far a nonconformity has come."""
    translate = QCoreApplication.translate
    return {
        NcState.DRAFT: translate("Words", "草稿"),
        NcState.ISSUED: translate("Words", "已开具"),
        NcState.PLAN_SUBMITTED: translate("Words", "已提交整改计划"),
        NcState.PLAN_ACCEPTED: translate("Words", "整改中"),
        NcState.EVIDENCE_SUBMITTED: translate("Words", "待验证"),
        NcState.VERIFIED: translate("Words", "已验证"),
        NcState.CLOSED: translate("Words", "已关闭"),
    }[state]


class FindingList(QWidget):
    """`opened` carries a nonconformity's id, `issue_asked` wants one drawn up from this item."""

    opened = Signal(str)
    issue_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.px(8))

    def show_findings(
        self,
        findings: Sequence[Nonconformity],
        *,
        verdict: Verdict | None,
        is_ground: bool,
        photos: int,
    ) -> None:
        """Show the cards; without any, a negative verdict offers to issue one."""
        shown = (tuple(findings), verdict, is_ground, photos)
        if shown == self._shown:
            return
        self._shown = shown
        self._clear()
        for nc in findings:
            card = FindingCard(self._finding(nc, photos), self)
            card.opened.connect(self.opened)
            self._rows.addWidget(card)
        offers = not findings and verdict in NEGATIVE
        if offers and verdict is not None:
            self._rows.addWidget(self._offer(verdict, is_ground=is_ground))
        self.setVisible(bool(findings) or offers)

    def _finding(self, nc: Nonconformity, photos: int) -> Finding:
        facts = []
        if nc.clause:
            facts.append(("file-search", self.tr("条款 {0}").format(nc.clause)))
        if where := " · ".join(part for part in (nc.department, nc.responsible) if part):
            facts.append(("building-2", where))
        if nc.due_on is not None:
            facts.append(("calendar-clock", self.tr("整改期限 {0}").format(day(nc.due_on))))
        facts.append(("images", self.tr("证据 {0} 张").format(photos)))
        is_major = nc.grade is Grade.MAJOR
        return Finding(
            key=nc.id,
            number=nc.number,
            text=nc.facts or self.tr("还没有写事实。"),
            tone="major" if is_major else "minor",
            pill=verdict_word(Verdict.MAJOR if is_major else Verdict.MINOR),
            state=state_word(nc.state),
            facts=tuple(facts),
            link=self.tr("打开并编辑"),
        )

    def _offer(self, verdict: Verdict, *, is_ground: bool) -> QWidget:
        tone = "major" if verdict is Verdict.MAJOR else "minor"
        card = Card(self, tone=tone)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        icon = "octagon-alert" if verdict is Verdict.MAJOR else "triangle-alert"
        row.addWidget(IconOnly(icon, tone, 18))
        words = self.tr("结论是{0}，还没有开具不符合项。审核记录会带过去。")
        if not is_ground:
            words = self.tr("结论是{0}。这一项出自指南，指南不作要求，不能单独据此开具不符合项。")
        label = QLabel(words.format(verdict_word(verdict)), card)
        label.setWordWrap(True)
        theme.mark(label, role="secondary")
        row.addWidget(label, 1)
        if is_ground:
            button = QPushButton(self.tr("开具不符合项"), card)
            theme.mark(button, kind="tonal")
            button.clicked.connect(self.issue_asked)
            row.addWidget(button)
        card.body.addLayout(row)
        return card

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
