"""Tests of the core: no screen, no Qt."""
