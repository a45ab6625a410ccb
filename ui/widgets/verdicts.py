"""How a verdict looks: its icon and its colour, everywhere the same."""

from auditor_app.domain import Grade, Verdict

VERDICTS = tuple(Verdict)

ICONS: dict[Verdict | None, str] = {
    None: "circle-dashed",
    Verdict.CONFORMING: "circle-check",
    Verdict.OBSERVATION: "eye",
    Verdict.MINOR: "triangle-alert",
    Verdict.MAJOR: "octagon-alert",
    Verdict.NOT_APPLICABLE: "circle-minus",
}

TONES: dict[Verdict | None, str] = {
    None: "control",
    Verdict.CONFORMING: "ok",
    Verdict.OBSERVATION: "obs",
    Verdict.MINOR: "minor",
    Verdict.MAJOR: "major",
    Verdict.NOT_APPLICABLE: "na",
}

GRADE_ICONS: dict[Grade, str] = {Grade.MAJOR: "octagon-alert", Grade.MINOR: "triangle-alert"}
GRADE_TONES: dict[Grade, str] = {Grade.MAJOR: "major", Grade.MINOR: "minor"}
