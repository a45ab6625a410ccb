"""The colours of the light and the dark look, each with one meaning."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Colours as `#RRGGBB`; `…_soft` is the quiet ground its word colour is read on.

    Colour is kept for verdicts; everything else is ink, line and one accent.
    `blue`, `violet` and `stone` exist for the plan's block families only.
    """

    window: str
    surface: str
    sunken: str
    hover: str
    line: str
    line2: str
    control: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accent_soft: str
    accent_line: str
    accent_hover: str
    on_accent: str
    ok: str
    ok_soft: str
    obs: str
    obs_soft: str
    minor: str
    minor_soft: str
    major: str
    major_soft: str
    na: str
    na_soft: str
    blue: str
    blue_soft: str
    violet: str
    violet_soft: str
    stone: str
    stone_soft: str
    avatars: tuple[str, ...]
    on_avatar: str


LIGHT = Tokens(
    window="#EBEFF2",
    surface="#FFFFFF",
    sunken="#F4F6F8",
    hover="#E1E7EB",
    line="#E3E8EC",
    line2="#C9D2D9",
    control="#84909B",
    ink="#16212B",
    ink2="#465561",
    ink3="#566470",
    accent="#0B6375",
    accent_soft="#E2F0F2",
    accent_line="#A9D0D7",
    accent_hover="#0A5363",
    on_accent="#FFFFFF",
    ok="#17754A",
    ok_soft="#E4F4EB",
    obs="#8A5A00",
    obs_soft="#FCF1D6",
    minor="#B0440A",
    minor_soft="#FDEADF",
    major="#B3261E",
    major_soft="#FCE7E5",
    na="#56636F",
    na_soft="#EBEFF2",
    blue="#34508A",
    blue_soft="#EAEEF8",
    violet="#6B4592",
    violet_soft="#F2EBF8",
    stone="#5E554A",
    stone_soft="#F0EEE9",
    avatars=("#96601F", "#37754F", "#51629F", "#875387", "#5F6C77", "#3C737E"),
    on_avatar="#FFFFFF",
)

DARK = Tokens(
    window="#10171C",
    surface="#182127",
    sunken="#1F2930",
    hover="#26323A",
    line="#2A363E",
    line2="#3A4852",
    control="#768692",
    ink="#E8EEF2",
    ink2="#B3C0C9",
    ink3="#93A2AD",
    accent="#4DB6C9",
    accent_soft="#173A42",
    accent_line="#2C6470",
    accent_hover="#6BC6D6",
    on_accent="#0C1A1F",
    ok="#57C58F",
    ok_soft="#15352A",
    obs="#E0B04A",
    obs_soft="#3A2E12",
    minor="#F0945C",
    minor_soft="#402416",
    major="#F58A82",
    major_soft="#441E1D",
    na="#9CAAB5",
    na_soft="#26323A",
    blue="#93B0EC",
    blue_soft="#1E2A42",
    violet="#C3A2E6",
    violet_soft="#2F2440",
    stone="#C4B8A6",
    stone_soft="#302C26",
    avatars=("#8A5A1E", "#2F6B49", "#4B5A93", "#7A4C7A", "#56636E", "#356873"),
    on_avatar="#FFFFFF",
)
