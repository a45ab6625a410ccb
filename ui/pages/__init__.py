"""The pages, in the order the sidebar shows them."""

from typing import Any

from ui.pages.audits import AuditsPage
from ui.pages.base import Page
from ui.pages.checklist import ChecklistPage
from ui.pages.meeting import ClosingPage, OpeningPage

PAGES: tuple[type[Page[Any]], ...] = (OpeningPage, ChecklistPage, ClosingPage, AuditsPage)
