"""The pages, in the order the sidebar shows them."""

from typing import Any

from ui.pages.audits import AuditsPage
from ui.pages.base import Page
from ui.pages.checklist import ChecklistPage
from ui.pages.evidence import EvidencePage
from ui.pages.findings import FindingsPage
from ui.pages.meeting import ClosingPage, OpeningPage
from ui.pages.overview import OverviewPage
from ui.pages.packages import PackagesPage
from ui.pages.report import ReportPage

PAGES: tuple[type[Page[Any]], ...] = (
    OverviewPage,
    OpeningPage,
    ChecklistPage,
    FindingsPage,
    EvidencePage,
    ClosingPage,
    ReportPage,
    AuditsPage,
    PackagesPage,
)
