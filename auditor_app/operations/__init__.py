"""What an auditor does: one class per noun, verbs as methods."""
