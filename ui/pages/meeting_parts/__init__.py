"""What the two meeting pages are made of: reading a meeting, acting on its people."""
