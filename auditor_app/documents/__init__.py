"""Workshop of the printed record: Chinese PDF/A documents made from the audit's facts."""
