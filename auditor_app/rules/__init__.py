"""What a rulebook demands: pure functions over domain values."""
