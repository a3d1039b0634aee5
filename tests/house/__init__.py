"""The house itself: its scripts, run for real."""
