"""The look, for the journeys that run on the screen."""

from tests.ui.conftest import theme

__all__ = ["theme"]
