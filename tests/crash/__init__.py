"""Crash proof: the machine dies, the disk fills or fails at every call; nothing may be lost."""
