"""The way of the Tab key: as the eye goes, also through parts that came later."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain(places: Iterable[QWidget]) -> None:
    """Let Tab walk the places in this order, and inside each what takes the focus.

    Qt appends a widget made later to the end of the window's chain, wherever it is shown.
    """
    stops = [stop for place in places for stop in _stops(place)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _stops(place: QWidget) -> list[QWidget]:
    inside = [place, *place.findChildren(QWidget)]
    return [one for one in inside if _takes_tab(one)]


def _takes_tab(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus.value
    return widget.focusProxy() is None and bool(widget.focusPolicy().value & tab)
