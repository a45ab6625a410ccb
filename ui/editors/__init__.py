"""Panels and dialogs in which records are edited: values in, signals out, no vault."""
