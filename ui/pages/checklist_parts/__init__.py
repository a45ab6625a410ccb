"""The parts the checklist page is made of."""
