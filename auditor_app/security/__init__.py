"""Keys, seals and encryption: library primitives only."""
