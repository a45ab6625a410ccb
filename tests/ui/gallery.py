"""All widgets in one window, saved as a picture: `python -m tests.ui.gallery OUT.png [--dark]`.

`--sheet` picks the picture (`checklist`, `meeting`, `overview`, `photos`), `--scale` the text size.
"""

import argparse
import math
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from auditor_app import fonts, places
from auditor_app.domain import AttendeeRole, Grade, Stroke, Verdict
from ui import theme
from ui.widgets.agenda import AgendaItem, AgendaList
from ui.widgets.avatars import Avatars, Face
from ui.widgets.cards import Card, Finding, FindingCard
from ui.widgets.checklist_rows import Branch, Row
from ui.widgets.checklist_tree import ChecklistTree
from ui.widgets.chips import Chip, ClauseTag, FilterChips, IconLine, KeyCap, Pill
from ui.widgets.empty import EmptyState
from ui.widgets.gate_list import Gate, GateList, Weight
from ui.widgets.note_edit import NoteEdit
from ui.widgets.people_list import PeopleList
from ui.widgets.people_rows import Person, Presence
from ui.widgets.photo_grid import PhotoGrid
from ui.widgets.photo_rows import Photo
from ui.widgets.photo_strip import PhotoStrip
from ui.widgets.photo_view import PhotoView
from ui.widgets.progress import Legend, MemberProgress, StackedBar, verdict_parts
from ui.widgets.segmented import Segment, Segmented
from ui.widgets.sign_desk import SignDesk
from ui.widgets.stepper import Progress, Step, Stepper
from ui.widgets.toast import Toast
from ui.widgets.verdict_bar import VerdictBar

NOTE = (
    "抽查许可证 5 份（SX-0298、0302、0305、0311、0316），其中 SX-0311 的“气体检测”栏空白，"
    "作业时间 09:10–10:40。\n"
    "访谈监护人赵强：能说明撤离信号，但当天检测仪送检，口头确认后即进入作业。"
)


def signature(seed: int, characters: int = 3) -> tuple[Stroke, ...]:
    """Invented strokes that look written: loops and dashes, pressed harder in the middle."""
    strokes: list[Stroke] = []
    time = 0
    for character in range(characters):
        for stroke in range(4):
            left = 300 + character * 900
            top = 300 + ((seed * 7 + stroke * 3 + character) % 5) * 130
            turn = (seed + stroke * 2 + character) % 4 * 0.7 - 0.6
            points = []
            for step in range(24):
                part = step / 23
                x = left + 620 * part * math.cos(turn) + 60 * math.sin(part * 6 + stroke)
                y = top + 480 * part * math.sin(turn) + 70 * math.sin(part * 5 + seed)
                force = round(300 + 600 * math.sin(part * math.pi))
                points.append((round(x), round(y), force, time))
                time += 12
            strokes.append(tuple(points))
            time += 180
    return tuple(strokes)


def picture(number: int, width: int = 640, height: int = 420) -> QImage:
    """An invented photo."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sky = QLinearGradient(0, 0, 0, height)
    base = QColor.fromHsv((number * 47) % 360, 60, 150)
    sky.setColorAt(0, base.lighter(130))
    sky.setColorAt(1, base.darker(150))
    painter.fillRect(image.rect(), sky)
    painter.setBrush(QColor("#F2C230"))
    painter.setPen(QPen(QColor("#30343A"), 10))
    side = height * 0.5
    box = QRectF((width - side) / 2, (height - side) / 2, side, side)
    if number % 2:
        painter.drawEllipse(box)
    else:
        painter.drawRoundedRect(box, 30, 30)
    font = theme.font(20, bold=True)
    font.setPixelSize(round(side / 3))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{number:02}")
    painter.end()
    return image


def checklist_groups() -> tuple[Branch | Row, ...]:
    """The checklist of the mock."""
    verdict = Verdict
    work = (
        Row(
            key="8.1.2-01",
            title="有限空间辨识清单是否覆盖全部罐区、窨井与地坑",
            verdict=verdict.CONFORMING,
            photos=2,
        ),
        Row(
            key="8.1.2-02",
            title="通风与隔离措施是否按工程控制优先的顺序落实",
            verdict=verdict.OBSERVATION,
            tag="OBS-05",
            photos=1,
        ),
        Row(
            key="8.1.2-03",
            title="受限空间作业前是否完成气体检测并保留记录",
            verdict=verdict.MINOR,
            tag="NC-02",
            photos=4,
        ),
        Row(
            key="8.1.2-04",
            title="作业监护人是否全程在场，并掌握应急撤离信号",
            verdict=verdict.CONFORMING,
            photos=3,
        ),
        Row(key="8.1.2-05", title="动火与受限空间交叉作业是否有统一的协调人"),
        Row(
            key="8.1.2-06",
            title="救援三脚架、长管呼吸器的点检与有效期，备用器材是否放在入口旁随手可取",
            is_postponed=True,
        ),
    )
    buying = (
        Row(
            key="8.1.4-01",
            title="承包方入厂安全培训与考核记录",
            verdict=verdict.CONFORMING,
            photos=1,
        ),
        Row(
            key="8.1.4-02",
            title="承包方特种设备操作人员资质核验",
            verdict=verdict.MAJOR,
            tag="NC-01",
            photos=2,
            is_conflict=True,
        ),
        Row(key="8.1.4-03", title="外包过程的职业健康安全管控要求", verdict=verdict.NOT_APPLICABLE),
    )
    return (
        Branch(
            number="7",
            title="支持",
            done=17,
            total=17,
            children=(Branch(number="7.2", title="能力", done=9, total=9),),
        ),
        Branch(
            number="8",
            title="运行",
            done=16,
            total=38,
            children=(
                Branch(
                    number="8.1.2", title="消除危险源与降低风险", done=4, total=9, children=work
                ),
                Branch(number="8.1.4", title="采购与承包方", done=2, total=8, children=buying),
            ),
        ),
    )


def photos(count: int) -> tuple[Photo, ...]:
    """Invented photos."""
    words = ("许可证 SX-0311", "2 号罐人孔", "便携式检测仪", "现场警示牌")
    return tuple(
        Photo(
            sha256=f"{number:064x}",
            caption=words[number % 4],
            facts=f"3 月 12 日 10:{21 + number % 38}",
            is_marked=number == 0,
            is_damaged=number == 5,
            details=(("拍摄", "2026-03-12 10:21 李敏"), ("条款", "8.1.2"), ("原图", "4032×3024")),
        )
        for number in range(count)
    )


def section(word: str) -> QLabel:
    """A heading."""
    label = QLabel(word)
    theme.mark(label, role="section")
    return label


def checklist_sheet() -> QWidget:
    """Tree left, one item right."""
    sheet = QFrame()
    theme.mark(sheet, role="sheet")
    row = QHBoxLayout(sheet)
    row.setContentsMargins(1, 10, 1, 1)
    row.addLayout(_checklist_side())
    row.addLayout(_checklist_detail(), 1)
    return sheet


def _checklist_side() -> QVBoxLayout:
    side = QVBoxLayout()
    head = QVBoxLayout()
    head.setContentsMargins(20, 4, 20, 8)
    counts = {
        Verdict.CONFORMING: 36,
        Verdict.NOT_APPLICABLE: 2,
        Verdict.OBSERVATION: 5,
        Verdict.MINOR: 2,
        Verdict.MAJOR: 1,
    }
    bar, legend, chips = StackedBar(), Legend(), FilterChips()
    bar.show_parts(verdict_parts(counts), 128)
    legend.show_parts(verdict_parts(counts))
    chips.show_chips(
        (
            Chip(key="all", word="全部", count=128),
            Chip(key="open", word="待查", count=82),
            Chip(key="nc", word="不符合", count=3),
            Chip(key="obs", word="观察项", count=5),
        )
    )
    for widget in (section("已查 46 / 128 项"), bar, legend, chips):
        head.addWidget(widget)
    side.addLayout(head)
    tree = ChecklistTree()
    tree.setFixedWidth(theme.px(404))
    tree.show_groups(checklist_groups())
    tree.select("8.1.2-03")
    side.addWidget(tree, 1)
    return side


def _checklist_detail() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(28, 4, 28, 14)
    top = QHBoxLayout()
    top.addWidget(ClauseTag("8.1.2-03"))
    top.addWidget(
        Segmented(
            (Segment(key="1", word="一阶段", icon="check"), Segment(key="2", word="二阶段 · 现场"))
        )
    )
    top.addStretch(1)
    top.addWidget(KeyCap("Ctrl ↵"))
    column.addLayout(top)
    verdict, note, strip = VerdictBar(), NoteEdit(), PhotoStrip()
    verdict.show_verdict(Verdict.MINOR)
    note.show_note(
        "8.1.2-03",
        NOTE,
        "14:32 已保存",
    )
    strip.show_photos(
        photos(6), {photo.sha256: picture(number) for number, photo in enumerate(photos(6))}
    )
    card = FindingCard(
        Finding(
            key="NC-02",
            number="NC-02",
            tone="minor",
            pill="轻微不符合",
            state="草稿",
            link="打开并编辑",
            text="2 号罐区 3 月 11 日的受限空间作业许可证（SX-0311）"
            "未记录作业前 30 分钟内的气体检测结果，现场监护人亦无法出示检测数据。",
            facts=(
                ("file-search", "条款 8.1.2 b)"),
                ("building-2", "生产部 · 王建国"),
                ("calendar-clock", "整改期限 4 月 12 日"),
                ("images", "证据 2 张"),
            ),
        )
    )
    for widget in (
        section("结论"),
        verdict,
        section("审核记录"),
        note,
        section("照片证据"),
        strip,
        section("由此开具"),
        card,
    ):
        column.addWidget(widget)
    toast = Toast()
    column.addStretch(1)
    column.addWidget(toast)
    toast.say("已删除照片“现场警示牌”", can_undo=True)
    return column


def people() -> tuple[Person, ...]:
    """The attendees of the mock."""
    role, state = AttendeeRole, Presence
    head = role.DEPARTMENT_HEAD
    rows = (
        ("沈怀远", role.TOP_MANAGER, "总经理办公室", "总经理", state.SIGNED, "08:56", ""),
        ("王建国", head, "生产部", "部长", state.SIGNED, "08:57", ""),
        ("罗志平", head, "设备动力部", "部长", state.SIGNING, "", ""),
        ("蒋梅", head, "仓储物流部", "主管", state.UNSIGNED, "", ""),
        ("唐晓芸", head, "人力资源部", "经理", state.ABSENT, "", "外地招聘，会后补讲"),
        ("邱立新", role.OHS_REPRESENTATIVE, "工会", "副主席", state.ABSENT_UNEXPLAINED, "", ""),
        ("李敏", role.LEADER, "", "", state.SIGNED, "08:50", ""),
        ("何建新", role.EXPERT, "", "", state.TYPED, "08:53", "手伤"),
        ("苏晴", role.TRAINEE, "", "", state.SIGNED, "08:52", ""),
    )
    return tuple(
        Person(
            key=name,
            name=name,
            role=which,
            department=department,
            post=post,
            presence=presence,
            time=time,
            reason=reason,
            strokes=signature(number, len(name)) if presence is state.SIGNED else (),
        )
        for number, (name, which, department, post, presence, time, reason) in enumerate(rows)
    )


def meeting_sheet() -> QWidget:
    """Agenda, people, pad."""
    sheet = QFrame()
    theme.mark(sheet, role="sheet")
    row = QHBoxLayout(sheet)
    row.setContentsMargins(10, 14, 20, 14)
    row.setSpacing(20)
    agenda, attendees, desk = AgendaList(), PeopleList(), SignDesk()
    agenda.setFixedWidth(theme.px(300))
    agenda.show_agenda(
        (
            AgendaItem(key="a", title="介绍审核组与参会人员", said_at="09:01"),
            AgendaItem(key="b", title="目的、范围与准则", said_at="09:04"),
            AgendaItem(
                key="c",
                title="安全、应急与安保",
                reply="南门停车场集合，报警 8119",
                prompt="请说明主要危险源、报警电话和集合点，罐区与热处理车间须佩戴哪些防护用品。"
                "发生险情时审核立即停止，听从现场指挥。",
            ),
            AgendaItem(key="d", title="沟通渠道与陪同人员", minutes=2),
            AgendaItem(key="e", title="方法与抽样的局限", minutes=2),
        ),
        spent=18,
        planned=30,
    )
    agenda.show_spent("已讲 1:40")
    attendees.show_people(people())
    desk.setFixedWidth(theme.px(352))
    desk.pad.show_strokes(signature(3))
    row.addWidget(agenda)
    row.addWidget(attendees, 1)
    row.addWidget(desk)
    return sheet


def overview_sheet() -> QWidget:
    """Stepper, gates, chips, bars, empty state."""
    sheet = QFrame()
    theme.mark(sheet, role="sheet")
    column = QVBoxLayout(sheet)
    column.setContentsMargins(28, 18, 28, 18)
    stepper, gates, avatars, covered = Stepper(), GateList(), Avatars(), Avatars()
    done, now, later = Progress.DONE, Progress.NOW, Progress.LATER
    stepper.show_steps(
        tuple(
            Step(key=title, title=title, fact=fact, progress=progress)
            for title, fact, progress in (
                ("策划", "2 月 26 日已确认", done),
                ("一阶段", "3 月 2 日 · 3 个关键点", done),
                ("二阶段", "第 2/3 天 · 已查 46/128", now),
                ("不符合项", "末次会议后起算", later),
                ("报告", "组长签署", later),
                ("交回", "封包给办公室", later),
            )
        )
    )
    gates.show_gates(
        (
            Gate(
                key="1",
                weight=Weight.STOP,
                text="内部审核、管理评审一项未查，五项缺一",
                clause="HCR 5.4.3.4(5)",
                link="去检查表",
            ),
            Gate(
                key="2",
                weight=Weight.WARN,
                text="现场预计 7.0 人日，至少要 7.2 人日",
                clause="HCR 5.3.1.2",
                link="看人日",
            ),
            Gate(
                key="3",
                weight=Weight.NOTE,
                text="NC-02 草稿含建议性措辞，开出前改写",
                clause="HCR 5.5",
                link="打开 NC-02",
            ),
        )
    )
    card = Card()
    card.body.addWidget(section("能否进入下一步？"))
    card.body.addWidget(gates)
    faces = QHBoxLayout()
    names = ("李敏", "周航", "陈立", "吴桐", "何雨")
    avatars.show_faces(tuple(Face(name=name) for name in names))
    covered.show_faces(tuple(Face(name=name, is_covered=name != "何雨") for name in names))
    progress = MemberProgress()
    progress.show_progress("周航", 40, 40)
    pills = (Pill("初次认证"), Pill("二阶段 · 现场", "accent"), Pill("在限内", "ok", icon="check"))
    graded = Pill()
    graded.show_grade(Grade.MAJOR)
    for widget in (avatars, covered, progress, *pills, graded, IconLine("无锡新吴", "map-pin")):
        faces.addWidget(widget)
    faces.addStretch(1)
    column.addLayout(faces)
    column.addWidget(stepper)
    column.addWidget(card)
    column.addWidget(
        EmptyState(
            "triangle-alert",
            "还没有不符合项",
            action="新建不符合项",
            help_line="在检查表里选“轻微”或“严重”，也会从那里开出一条。",
        ),
        1,
    )
    return sheet


def photos_sheet() -> QWidget:
    """Grid left, one photo right."""
    sheet = QFrame()
    theme.mark(sheet, role="sheet")
    row = QHBoxLayout(sheet)
    row.setContentsMargins(14, 14, 14, 14)
    grid, view = PhotoGrid(), PhotoView()

    def fetch(sha256: str) -> None:
        grid.set_thumbnail(sha256, picture(int(sha256, 16), 320, 210))

    grid.wants_thumbnail.connect(fetch)
    grid.show_photos(photos(40))
    grid.select(photos(40)[2].sha256)
    view.show_photo(photos(3)[2], picture(2, 1600, 1200), "3 / 40")
    row.addWidget(grid, 3)
    row.addWidget(view, 2)
    return sheet


SHEETS = {
    "checklist": checklist_sheet,
    "meeting": meeting_sheet,
    "overview": overview_sheet,
    "photos": photos_sheet,
}


def main() -> int:
    """Draw the sheets asked for below each other and save the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--sheet", choices=SHEETS, action="append")
    wanted = parser.parse_args()
    app = QApplication([])
    theme.Theme(app, places.resources(), fonts.font_files())
    theme.use(dark=wanted.dark, scale=wanted.scale)
    window = QWidget()
    theme.mark(window, role="window")
    column = QVBoxLayout(window)
    for name in wanted.sheet or SHEETS:
        sheet = SHEETS[name]()
        sheet.setMinimumHeight(theme.px(820 if name == "checklist" else 560))
        column.addWidget(sheet)
    window.resize(theme.px(1180), 100)
    window.show()
    for _ in range(5):
        app.processEvents()
    return 0 if window.grab().save(wanted.out) else 1


if __name__ == "__main__":
    sys.exit(main())
