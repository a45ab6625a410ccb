"""What the evidence page is made of beside its widgets."""
