"""What the page of nonconformities is made of: reading them, acting on them, their photos."""
