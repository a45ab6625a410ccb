"""Photos as the auditor took them, and copies derived for showing."""
