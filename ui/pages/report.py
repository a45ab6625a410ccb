"""审核报告: the leader's words beside the report they go into, and its signature."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from auditor_app import places
from auditor_app.domain import (
    Answer,
    ApplicationFact,
    Attendance,
    Audit,
    AuditReport,
    Client,
    Evidence,
    KeyAuditPoint,
    Meeting,
    Nonconformity,
    PlanConfirmation,
    PlanSlot,
    RecordId,
    ReportStatement,
    Site,
    Stage1Report,
    TeamMember,
    TeamRole,
    Visit,
)
from auditor_app.errors import AuditorError, FileTrouble, Refused
from auditor_app.vault import Vault
from ui import theme
from ui.ask import Ask
from ui.editors.overview_card import dress_anew
from ui.editors.report_form import ReportForm
from ui.editors.report_preview import ReportPreview
from ui.editors.report_rows import ELSEWHERE, ReportFile, lacks
from ui.editors.report_sign import SignReport
from ui.pages.base import Badge, Page
from ui.tasks import Pause, Tasks

FORM_WIDTH = 484
PREVIEW_MS = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """A report made just now: its bytes, never a file that stays."""

    data: bytes
    name: str
    pages: int
    sha256: str


class ReportPage(Page[ReportFile]):
    """Every change is kept and, after a while, seen in the preview."""

    KEY = "report"
    TITLE = QT_TRANSLATE_NOOP("Pages", "审核报告")
    ICON = "file-text"
    SHOWS = frozenset(
        {
            Audit, Client, Site, Visit, TeamMember, PlanSlot, PlanConfirmation, ApplicationFact,
            Answer, Attendance, Meeting, Evidence, Nonconformity, KeyAuditPoint, Stage1Report,
            AuditReport, ReportStatement,
        }
    )  # fmt: skip

    def __init__(self, tasks: Tasks, ask: Ask, audit_id: RecordId) -> None:
        super().__init__(tasks, ask, audit_id)
        self.file = ReportFile()
        self.form, self.preview = ReportForm(), ReportPreview()
        self._soon = Pause(self, self.compile, ms=PREVIEW_MS)
        self._is_compiling = False
        self.save = QPushButton(self.tr("另存为…"))
        theme.dress(self.save, "download")
        self.save.clicked.connect(self.save_as)
        self.sign = QPushButton(self.tr("签署…"))
        self.sign.clicked.connect(self.ask_signature)
        self.form.setFixedWidth(theme.px(FORM_WIDTH))
        self.form.kept.connect(self._keep)
        self.form.said.connect(self._say)
        self.form.lack_followed.connect(self._follow)
        self.form.clause_asked.connect(self._show_clause)
        self.preview.plan_asked.connect(lambda: self.navigate.emit("overview", "plan"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.form)
        row.addWidget(self.preview, 1)
        QShortcut(QKeySequence("F5"), self).activated.connect(self.compile)

    @classmethod
    def badge(cls, vault: Vault, audit_id: RecordId) -> Badge | None:
        """Whether it is signed."""
        is_signed = vault.reports.is_signed(audit_id)
        words = QCoreApplication.translate("ReportPage", "已签署")
        return Badge(text=words) if is_signed else None

    def load(self, vault: Vault) -> ReportFile:
        """The leader's words, the rulebook's list and what is missing of it."""
        audit = vault.audits.get(self.audit_id)
        book = vault.library.rulebook_of(audit)
        visit = vault.audits.main_visit(self.audit_id)
        try:
            report = vault.reports.report(self.audit_id)
        except Refused as error:
            return ReportFile(kind=audit.kind, rulebook=book.key, obstacle=str(error))
        kind = visit.kind if visit else ""
        demands = tuple(one for one in book.report_contents if one.applies_to(kind))
        team = vault.audits.team(self.audit_id)
        return ReportFile(
            report=report,
            kind=audit.kind,
            rulebook=book.key,
            demands=demands,
            statements=vault.reports.statements(self.audit_id),
            lacks=lacks(vault.reports.missing(self.audit_id), demands, book.key),
            leader=next((one.name for one in team if one.role is TeamRole.LEADER), ""),
            me=vault.identity.name,
            state=audit.state,
            file_name=vault.reports.file_name(self.audit_id),
        )

    def show_data(self, data: ReportFile) -> None:
        """Keep what is being typed; the preview follows after a while."""
        is_first = not self.has_shown
        self.file = data
        self.form.setVisible(not data.obstacle)
        self.form.show_file(data)
        self._show_actions()
        if data.obstacle:
            self.preview.show_obstacle(data.obstacle, may_plan=True)
            return
        self.preview.say(self.tr("有新的内容，预览稍后更新（F5 立即更新）"))
        if is_first:
            self.compile()
        else:
            self._soon.restart()

    def header_actions(self) -> Sequence[QWidget]:
        """另存为, 签署."""
        return (self.save, self.sign)

    def panes(self) -> Sequence[QWidget]:
        """The leader's words, the report."""
        return (self.form, self.preview)

    def commands(self) -> Sequence[QAction]:
        """What the buttons do."""
        found = []
        for words, act in (
            (self.tr("更新报告预览\tF5"), self.compile),
            (self.tr("另存审核报告…"), self.save_as),
            (self.tr("签署审核报告…"), self.ask_signature),
        ):
            action = QAction(words, self)
            action.triggered.connect(act)
            found.append(action)
        return found

    @classmethod
    def shortcuts(cls) -> Sequence[tuple[str, str]]:
        """The keys of the preview."""
        translate = QCoreApplication.translate
        return (
            ("F5", translate("ReportPage", "更新预览")),
            ("Ctrl F", translate("ReportPage", "在报告中查找")),
            ("Ctrl + / Ctrl −", translate("ReportPage", "放大、缩小预览")),
        )

    def go_to(self, target: object) -> None:
        """Go to the field of a demand by its key."""
        self.form.focus_key(str(target))

    def flush(self) -> None:
        """Keep what is being typed."""
        self.form.flush()

    def compile(self) -> None:
        """Make the report anew and show it; one at a time."""
        if self.file.obstacle or not self.isVisible():
            return
        if self._is_compiling:
            self._soon.restart()
            return
        self._is_compiling = True
        self.preview.say(self.tr("正在编制…"))
        self.tasks.run(self, self._compile, self._show_pdf, self._fail)

    def save_as(self) -> None:
        """Write the report as it stands where the person says."""
        self.flush()
        if self.file.obstacle:
            return
        name = self.file.file_name
        path = self.ask.save_as(self.tr("另存审核报告"), name=name, kinds="*.pdf")
        if path is not None:
            self.tasks.run(
                self,
                lambda vault: vault.reports.compile(self.audit_id, path).path,
                self._tell_saved,
            )

    def ask_signature(self) -> None:
        """Have the leader sign, then lock."""
        self.flush()
        file = self.file
        if file.report is None or not file.may_be_signed:
            return
        if file.leader != file.me:
            question = self.tr("审核组长是 {leader}，现在使用的是 {me} 的资料库。仍要签署？")
            words = question.format(leader=file.leader or "—", me=file.me)
            if not self.ask.confirm(words, action=self.tr("仍要签署"), is_risky=True):
                return
        dialog = SignReport(file.report.number, file.leader)
        if not self.ask.finish(dialog):
            return
        strokes = dialog.strokes()

        def operation(vault: Vault) -> Compiled:
            with _scratch() as folder:
                _, done = vault.reports.sign(self.audit_id, strokes, folder=folder)
                return Compiled(
                    data=done.path.read_bytes(),
                    name=done.path.name,
                    pages=done.pages,
                    sha256=done.sha256,
                )

        self.tasks.run(self, operation, self._on_signed)

    def _compile(self, vault: Vault) -> Compiled:
        with _scratch() as folder:
            name = vault.reports.file_name(self.audit_id)
            done = vault.reports.compile(self.audit_id, folder / name)
            return Compiled(
                data=done.path.read_bytes(), name=name, pages=done.pages, sha256=done.sha256
            )

    def _show_pdf(self, done: Compiled) -> None:
        self._is_compiling = False
        if not self.preview.show_pdf(done.data, done.name):
            self.preview.say(self.tr("这份报告显示不出来；可以另存后用其他程序打开。"))
            return
        words = self.tr("{count} 页 · 未签署的稿子，内容随记录变化")
        if self.file.is_signed:
            words = self.tr("{count} 页 · 已签署并锁定")
        self.preview.say(words.format(count=done.pages))

    def _fail(self, error: AuditorError) -> None:
        self._is_compiling = False
        self.preview.show_obstacle(str(error))

    def _on_signed(self, done: Compiled) -> None:
        self._show_pdf(done)
        words = self.tr("报告已锁定，文件指纹 {code} …\n用“另存为…”得到 PDF 文件。")
        self.ask.inform(self.tr("已签署"), words.format(code=done.sha256[:16]))

    def _tell_saved(self, path: Path) -> None:
        self.preview.say(self.tr("已另存：{path}").format(path=path))

    def _show_actions(self) -> None:
        file = self.file
        is_ready = file.may_be_signed
        self.sign.setVisible(not file.is_signed)
        self.sign.setEnabled(is_ready)
        hint = "" if is_ready else self.tr("到“编写报告”这一步才能签署")
        if file.lacks:
            hint = self.tr("还缺 {count} 项规则要求的内容").format(count=len(file.lacks))
        self.sign.setToolTip(hint)
        theme.mark(self.sign, kind="primary" if is_ready else "")
        dress_anew(
            self.sign, "signature" if is_ready else "lock", "on_accent" if is_ready else "ink3"
        )
        self.save.setEnabled(not file.obstacle)

    def _keep(self, field: str, value: object) -> None:
        def operation(vault: Vault) -> None:
            report = vault.reports.report(self.audit_id)
            changed = replace(report, **{field: value})  # type: ignore[arg-type]
            vault.reports.save(changed, seen=report)

        self.tasks.run(self, operation, otherwise=partial(self._fail_field, field))

    def _say(self, key: str, text: object) -> None:
        words = str(text)
        self.tasks.run(
            self,
            lambda vault: vault.reports.say(self.audit_id, key, words),
            otherwise=partial(self._fail_field, key),
        )

    def _fail_field(self, name: str, error: AuditorError) -> None:
        if not self.form.refuse(name, str(error)):
            self.ask.tell(error)
        self.refresh()

    def _follow(self, key: str) -> None:
        page, target = ELSEWHERE.get(key, ("overview", ""))
        self.navigate.emit(page, target or None)

    def _show_clause(self, tag: str) -> None:
        key, _, number = tag.partition(" ")

        def operation(vault: Vault) -> str:
            book = vault.library.rulebook_of(vault.audits.get(self.audit_id))
            return book.clause(number).gist

        self.tasks.run(self, operation, lambda gist: self.ask.inform(f"{key} {number}", gist))


@contextmanager
def _scratch() -> Iterator[Path]:
    """A folder only this user can read, gone when the bytes were read."""
    cache = places.cache()
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=cache) as name:
            yield Path(name)
    except OSError as error:
        words = "没有写出报告的预览：本机的缓存文件夹不可写或空间不足。记录都在；请腾出空间后再试。"
        raise FileTrouble(words) from error
