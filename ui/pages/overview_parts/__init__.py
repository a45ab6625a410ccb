"""What the overview page is made of beside its widgets."""
