"""The pages, in the order the sidebar shows them."""

from typing import Any

from ui.pages.audits import AuditsPage
from ui.pages.base import Page

PAGES: tuple[type[Page[Any]], ...] = (AuditsPage,)
