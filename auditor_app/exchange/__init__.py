"""Packages: how audits travel between devices; the format is in README.md beside this file."""
