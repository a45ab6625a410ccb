"""Measurements as ratios: each part beside the plainest program that does the same, in one run."""
