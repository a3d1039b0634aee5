"""Demonstration data: synthetic, marked as such, the same for the same seed, at any size."""
