"""The scenes of the sample's photos: what an auditor would point a phone at."""

from collections.abc import Callable, Mapping, Sequence

from auditor_app.media.sheet import Color, Sheet, shaded

_WHITE: Color = (248, 248, 244)
_BLACK: Color = (30, 30, 32)
_STEEL: Color = (136, 142, 148)
_RED: Color = (196, 36, 30)
_YELLOW: Color = (244, 196, 24)
_GREEN: Color = (22, 126, 78)
_BLUE: Color = (34, 92, 156)

Words = Sequence[str]


def _form(sheet: Sheet, words: Words) -> None:
    """A form on a table: title, one row a word, handwriting except after a colon."""
    sheet.wall((150, 118, 86), (112, 84, 60))
    for _ in range(26):
        y = sheet.dice.uniform(-sheet.bottom, sheet.bottom)
        grain = shaded((134, 102, 74), sheet.dice.uniform(0.86, 1.1))
        sheet.line([(-sheet.right, y), (sheet.right, y + sheet.dice.uniform(-18, 18))], grain, 3)
    paper = sheet.paper((700, 900), sheet.dice.uniform(-7, 7))
    paper.text((60, 78), words[0], size=44, bold=True)
    paper.rule((50, 130), (650, 130))
    for row in range(10):
        y = 176 + row * 66
        paper.rule((50, y + 33), (650, y + 33))
        paper.text((62, y), words[row + 1] if row + 1 < len(words) else _ROWS[row], size=27)
        if row + 1 >= len(words) or not words[row + 1].endswith("："):
            paper.writing((420, y), sheet.dice.uniform(110, 200))
    paper.rule((400, 143), (400, 803))
    paper.text((62, 850), "签字", size=27)
    paper.writing((160, 850), 170)
    if sheet.dice.random() > 0.4:  # noqa: PLR2004 - some are sealed
        paper.stamp((560, 800))
    paper.lay()


_ROWS = (
    "单位 / 部门",
    "日期",
    "地点",
    "作业内容",
    "负责人",
    "检查项目",
    "措施落实",
    "审核",
    "批准",
    "备注",
)


def _card(sheet: Sheet, words: Words) -> None:
    """A certificate."""
    sheet.wall((92, 98, 106), (64, 68, 76))
    sheet.box((-430, -290, 440, 300), (40, 42, 46), round_by=26)
    sheet.box((-440, -300, 430, 290), (232, 238, 240), round_by=26)
    sheet.box((-440, -300, 430, -190), _BLUE, round_by=26)
    sheet.text((0, -245), words[0], _WHITE, size=50)
    sheet.box((-390, -140, -180, 130), (176, 190, 200))
    sheet.oval((-335, -110, -235, -10), (150, 120, 100))
    sheet.shape([(-380, 130), (-340, 20), (-230, 20), (-190, 130)], (60, 74, 96))
    for row, word in enumerate(words[1:]):
        sheet.text((120, -90 + row * 90), word, _BLACK, size=40, bold=False)
    for row in range(3):
        sheet.line([(-140, 120 + row * 46), (380, 120 + row * 46)], (170, 176, 182), 3)


def _board(sheet: Sheet, words: Words) -> None:
    """A notice board on a wall."""
    sheet.wall((206, 208, 204), (168, 172, 170))
    sheet.box((-560, -350, 560, 330), (96, 100, 104), round_by=12)
    sheet.box((-540, -330, 540, 310), (28, 96, 84))
    sheet.text((0, -250), words[0], _WHITE, size=76)
    sheet.line([(-420, -180), (420, -180)], (222, 214, 160), 5)
    for row, word in enumerate(words[1:]):
        sheet.text((0, -90 + row * 110), word, (240, 236, 206), size=56)
    for column in range(3):
        left = -440 + column * 310
        sheet.box((left, 140, left + 250, 290), _WHITE)
        for row in range(4):
            y = 170 + row * 30
            sheet.line([(left + 20, y), (left + 226 - row * 30, y)], (150, 154, 158), 4)


def _manhole(sheet: Sheet, words: Words) -> None:
    """An open manhole behind a barrier."""
    sheet.wall((118, 122, 126), (90, 94, 98))
    sheet.floor((128, 130, 130), -120)
    sheet.oval((-330, 20, 330, 400), (104, 108, 112), edge=(70, 74, 78), wide=22)
    sheet.oval((-262, 70, 262, 356), (14, 15, 17))
    for side in (-70, 70):
        sheet.line([(side, 100), (side * 0.8, 330)], (214, 170, 40), 12)
    for step in range(5):
        y = 130 + step * 44
        sheet.line([(-66, y), (66, y)], (214, 170, 40), 10)
    sheet.stripes((-620, -250, 620, -190))
    for side in (-560, 560):
        sheet.line([(side, -300), (side, 330)], (220, 170, 24), 26)
        sheet.box((side - 60, 320, side + 60, 350), _BLACK, round_by=8)
    sheet.box((-150, -400, 150, -270), _WHITE, round_by=10, edge=_RED)
    sheet.text((0, -352), words[0], _RED, size=54)
    sheet.text((0, -298), words[1], _BLACK, size=34)


def _detector(sheet: Sheet, words: Words) -> None:
    """A gas detector with its figures."""
    sheet.wall((150, 154, 158), (104, 108, 112))
    sheet.box((-176, -416, 204, 446), (40, 42, 44), round_by=70)
    sheet.box((-190, -430, 190, 430), _YELLOW, round_by=70)
    sheet.box((-150, -330, 150, 60), (32, 34, 36), round_by=26)
    sheet.box((-126, -300, 126, 30), (186, 204, 170), round_by=10)
    sheet.text((0, -200), words[0], (24, 34, 24), size=118)
    sheet.text((0, -100), words[1], (24, 34, 24), size=44)
    sheet.text((0, -30), "CO 0   H2S 0", (24, 34, 24), size=30, bold=False)
    sheet.oval((-110, 120, -20, 210), _RED)
    sheet.oval((20, 120, 110, 210), (44, 46, 48))
    sheet.text((0, 290), words[2] if len(words) > 2 else "GAS", _BLACK, size=46)  # noqa: PLR2004
    for row in range(4):
        sheet.line([(-80, 340 + row * 20), (80, 340 + row * 20)], (150, 116, 10), 6)


def _sign(sheet: Sheet, words: Words) -> None:
    """A warning sign on concrete."""
    sheet.wall((172, 162, 148), (138, 128, 116))
    for _ in range(40):
        x, y = sheet.dice.uniform(-800, 800), sheet.dice.uniform(-600, 600)
        sheet.oval((x, y, x + 9, y + 7), (120, 112, 102))
    sheet.box((-310, -400, 310, 410), _YELLOW, round_by=16, edge=_BLACK)
    sheet.shape([(0, -350), (240, 60), (-240, 60)], _BLACK)
    sheet.shape([(0, -282), (186, 30), (-186, 30)], _YELLOW)
    sheet.box((-20, -190, 20, -60), _BLACK, round_by=18)
    sheet.oval((-24, -36, 24, 12), _BLACK)
    sheet.box((-280, 110, 280, 380), _WHITE)
    sheet.text((0, 190), words[0], _BLACK, size=84)
    sheet.text((0, 310), words[1], _RED, size=56)


def _machine(sheet: Sheet, words: Words) -> None:
    """A press behind its guard."""
    sheet.wall((126, 134, 140), (88, 96, 102))
    sheet.floor((104, 108, 110), 270)
    sheet.box((-420, -420, 420, 340), (58, 116, 108), round_by=20)
    sheet.box((-300, -250, 300, 200), (40, 44, 48))
    sheet.box((-110, -250, 110, -60), _STEEL)
    sheet.box((-180, 120, 180, 200), shaded(_STEEL, 0.8))
    for column in range(13):
        x = -300 + column * 50
        sheet.line([(x, -250), (x, 200)], _YELLOW, 5)
    for row in range(10):
        y = -250 + row * 50
        sheet.line([(-300, y), (300, y)], _YELLOW, 5)
    sheet.box((-400, -400, -180, -300), _WHITE)
    sheet.text((-290, -350), words[0], _BLACK, size=54)
    sheet.box((180, -400, 400, -300), _YELLOW)
    sheet.text((290, -350), words[1], _BLACK, size=50)
    for spot, color in ((-120, _GREEN), (0, _RED), (120, _GREEN)):
        sheet.oval((spot - 34, 240, spot + 34, 308), color, edge=_BLACK)


def _hook(sheet: Sheet, words: Words) -> None:
    """A crane's hook under its beam."""
    sheet.wall((186, 194, 200), (120, 126, 132))
    for step in range(-3, 4):
        sheet.line([(step * 260, -sheet.bottom), (step * 200, 120)], (150, 158, 164), 18)
    sheet.box((-sheet.right, -420, sheet.right, -270), _YELLOW)
    sheet.text((-330, -345), words[0], _BLACK, size=110)
    sheet.text((360, -345), words[1], _BLACK, size=110)
    for side in (-46, -16, 16, 46):
        sheet.line([(side, -270), (side, 0)], (70, 72, 76), 9)
    sheet.box((-110, 0, 110, 140), _RED, round_by=20)
    sheet.oval((-40, 34, 40, 114), (60, 62, 66))
    sheet.line([(0, 140), (0, 210), (70, 260), (66, 350), (-20, 390), (-90, 330)], _BLACK, 40)


def _gauge(sheet: Sheet, words: Words) -> None:
    """A round gauge; words are unit, reading and full scale."""
    sheet.wall((116, 128, 138), (74, 82, 90))
    sheet.box((-60, 330, 60, sheet.bottom), (170, 140, 70))
    sheet.oval((-390, -390, 390, 390), (52, 54, 58))
    sheet.oval((-350, -350, 350, 350), _WHITE, edge=(200, 200, 196), wide=12)
    full, read = float(words[2]), float(words[1])
    for step in range(11):
        x, y = _round(step / 10)
        color = _RED if step > 8 else _BLACK  # noqa: PLR2004 - the red field
        sheet.line([(x * 270, y * 270), (x * 330, y * 330)], color, 9)
        sheet.text((x * 220, y * 220), f"{full * step / 10:.2g}", _BLACK, size=34, bold=False)
    x, y = _round(read / full)
    sheet.line([(-x * 60, -y * 60), (x * 290, y * 290)], _RED, 13)
    sheet.oval((-30, -30, 30, 30), _BLACK)
    sheet.text((0, 130), words[0], _BLACK, size=56)


def _round(part: float) -> tuple[float, float]:
    """A place on the dial, from lower left over the top to lower right."""
    from math import cos, pi, sin

    angle = pi * (0.75 + 1.5 * part)
    return cos(angle), sin(angle)


def _breaker(sheet: Sheet, words: Words) -> None:
    """A switch cabinet with a lock and a tag."""
    sheet.wall((160, 164, 166), (120, 124, 128))
    sheet.box((-360, -440, 360, 450), (188, 192, 192), round_by=10, edge=(110, 114, 116))
    sheet.text((0, -380), words[0], _BLACK, size=58)
    for row in range(3):
        for column in range(4):
            x, y = -280 + column * 150, -310 + row * 130
            sheet.box((x, y, x + 110, y + 100), (52, 54, 58), round_by=8)
            sheet.box((x + 42, y + 18, x + 68, y + 82), (206, 208, 206))
    sheet.oval((-80, 110, 80, 270), _YELLOW, edge=_BLACK)
    sheet.box((-26, 120, 26, 260), _RED, round_by=12)
    sheet.line([(30, 250), (120, 300)], (90, 92, 96), 10)
    sheet.box((80, 280, 170, 370), (190, 40, 36), round_by=14)
    sheet.box((-280, 290, 30, 430), _WHITE, round_by=10, edge=_RED)
    sheet.text((-125, 360), words[1], _RED, size=58)


def _aisle(sheet: Sheet, words: Words) -> None:
    """A workshop aisle running away."""
    sheet.wall((74, 84, 94), (116, 122, 126))
    sheet.floor((112, 116, 116), 0)
    sheet.shape([(-150, 0), (150, 0), (560, 600), (-560, 600)], (70, 118, 96))
    for side in (-1, 1):
        spots = [(side * 150.0, 0.0), (side * 168.0, 0.0), (side * 600.0, 600.0)]
        sheet.shape([*spots, (side * 540.0, 600.0)], _YELLOW)
        for step in range(3):
            near = 240 + step * 190
            box = (side * near, -210 + step * -90, side * (near + 150), 60 + step * 130)
            left, right = sorted((box[0], box[2]))
            tone = shaded((70, 110, 130), 1 - step * 0.12)
            sheet.box((left, box[1], right, box[3]), tone, edge=(40, 50, 58))
    for step in range(5):
        wide = 60 + step * 70
        sheet.box((-wide, -130 - step * 84, wide, -118 - step * 84), (250, 246, 220))
    sheet.box((-230, -90, 230, -10), _BLUE)
    sheet.text((0, -50), " ".join(words), _WHITE, size=44)


def _extinguisher(sheet: Sheet, words: Words) -> None:
    """Two extinguishers in their place."""
    sheet.wall((214, 212, 206), (176, 174, 170))
    sheet.floor((134, 134, 132), 380)
    sheet.box((-400, -440, 400, -330), _RED)
    sheet.text((0, -385), "灭火器", _WHITE, size=74)
    for x in (-180, 180):
        sheet.box((x - 110, -190, x + 110, 390), (188, 26, 22), round_by=80)
        sheet.box((x - 40, -270, x + 40, -180), (44, 46, 48), round_by=8)
        sheet.line([(x + 30, -240), (x + 140, -160), (x + 130, 180)], _BLACK, 26)
        sheet.oval((x - 34, -168, x + 34, -100), _WHITE, edge=_GREEN)
        sheet.box((x - 84, -40, x + 84, 170), (244, 236, 220))
        sheet.text((x, 10), words[0], _BLACK, size=30)
        sheet.text((x, 70), words[1], _GREEN, size=36)
        sheet.line([(x - 60, 120), (x + 60, 120)], (120, 120, 116), 4)


def _cylinders(sheet: Sheet, words: Words) -> None:
    """Gas cylinders chained to a rack."""
    sheet.wall((140, 136, 130), (104, 100, 96))
    sheet.floor((116, 114, 110), 360)
    colors: tuple[Color, ...] = ((74, 138, 186), (150, 96, 70), (128, 132, 136))
    for number in range(4):
        x = -360 + number * 240
        color = colors[number // 2 if number < 3 else 2]  # noqa: PLR2004
        sheet.box((x - 92, -250, x + 92, 400), color, round_by=84)
        sheet.box((x - 32, -330, x + 32, -240), (60, 62, 64), round_by=10)
        sheet.box((x - 70, -250, x - 46, 360), shaded(color, 1.22), round_by=10)
        sheet.text((x, -20), words[number // 2], _WHITE, size=60)
    sheet.line([(-560, 60), (560, 80)], (196, 198, 200), 16)
    sheet.box((-190, -450, 190, -370), _GREEN)
    sheet.text((0, -410), words[2], _WHITE, size=48)


def _chemicals(sheet: Sheet, words: Words) -> None:
    """A cupboard with cans; those without a label stand before it."""
    sheet.wall((186, 188, 184), (150, 152, 150))
    sheet.box((-440, -440, 440, 320), _YELLOW, round_by=10, edge=(150, 116, 10))
    sheet.text((0, -384), words[0], _BLACK, size=58)
    for shelf in range(2):
        y = -80 + shelf * 330
        sheet.box((-400, y - 240, 400, y), (72, 66, 40))
        for number in range(5):
            x = -360 + number * 150
            color = sheet.dice.choice((_BLUE, _RED, _GREEN, (196, 196, 190)))
            sheet.box((x, y - 180, x + 120, y), color, round_by=12)
            sheet.box((x + 14, y - 120, x + 106, y - 50), _WHITE)
            sheet.text((x + 60, y - 85), words[1][:3], _BLACK, size=30)
    for x in (-250, 60):
        sheet.box((x, 230, x + 190, 460), (236, 236, 230), round_by=30, edge=(190, 190, 184))
        sheet.oval((x + 60, 200, x + 130, 250), (220, 220, 214), edge=(180, 180, 176))
    sheet.text((360, 400), words[2], _RED, size=64)


def _eyewash(sheet: Sheet, words: Words) -> None:
    """An eyewash under its sign."""
    sheet.wall((196, 204, 204), (150, 158, 160))
    sheet.floor((126, 130, 130), 340)
    sheet.box((-190, -440, 190, -200), _GREEN, round_by=14)
    sheet.text((0, -350), words[0], _WHITE, size=84)
    sheet.text((0, -250), words[1], _WHITE, size=50)
    sheet.box((-30, 60, 30, 420), (210, 180, 40))
    sheet.oval((-250, -40, 250, 120), (90, 150, 110), edge=(60, 110, 80))
    sheet.oval((-200, -20, 200, 80), (150, 190, 166))
    for x in (-80, 80):
        sheet.oval((x - 36, -60, x + 36, 10), _YELLOW)
        sheet.line([(x, -50), (x * 0.5, -130), (0, -140)], (210, 232, 240), 9)
    sheet.box((230, 30, 360, 60), _RED, round_by=10)


def _shelves(sheet: Sheet, words: Words) -> None:
    """A pallet rack with its load sign."""
    sheet.wall((150, 156, 160), (108, 114, 118))
    sheet.floor((122, 124, 122), 360)
    for row in range(3):
        y = -240 + row * 260
        sheet.box((-620, y, 620, y + 34), (226, 110, 26))
        for column in range(4):
            x = -570 + column * 290
            tall = sheet.dice.uniform(110, 190)
            sheet.box((x, y - tall, x + 230, y), (186, 150, 104), edge=(140, 110, 74))
            sheet.line([(x + 115, y - tall), (x + 115, y)], (214, 190, 150), 14)
    for x in (-620, 0, 600):
        sheet.box((x - 18, -480, x + 18, 440), _BLUE)
    sheet.line([(-14, 180), (24, 260), (-6, 330)], (188, 196, 206), 10)
    sheet.box((-200, 60, 260, 150), _WHITE, edge=_RED)
    sheet.text((30, 105), f"{words[0]} {words[1]}", _RED, size=52)


def _cabinet(sheet: Sheet, words: Words) -> None:
    """A cabinet of protective equipment."""
    sheet.wall((176, 180, 182), (140, 144, 148))
    sheet.box((-430, -450, 430, 450), (104, 132, 156), round_by=10, edge=(70, 92, 112))
    sheet.text((0, -395), words[0], _WHITE, size=66)
    for shelf, word in enumerate(words[1:]):
        y = -120 + shelf * 230
        sheet.box((-380, y - 200, 380, y), (58, 74, 88))
        for number in range(4):
            x = -350 + number * 180
            color = sheet.dice.choice((_YELLOW, _WHITE, (222, 120, 40), (120, 190, 210)))
            sheet.oval((x, y - 130, x + 140, y - 20), color, edge=_BLACK)
        sheet.box((-380, y - 4, 380, y + 34), _WHITE)
        sheet.text((0, y + 15), word, _BLACK, size=30)


SCENES: Mapping[str, Callable[[Sheet, Words], None]] = {
    "form": _form,
    "card": _card,
    "board": _board,
    "manhole": _manhole,
    "detector": _detector,
    "sign": _sign,
    "machine": _machine,
    "hook": _hook,
    "gauge": _gauge,
    "breaker": _breaker,
    "aisle": _aisle,
    "extinguisher": _extinguisher,
    "cylinders": _cylinders,
    "chemicals": _chemicals,
    "eyewash": _eyewash,
    "shelves": _shelves,
    "cabinet": _cabinet,
}
"""Scene name -> who draws it."""
