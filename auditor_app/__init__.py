"""Qt-free core of the auditor's application."""
