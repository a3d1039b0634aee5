"""The reviewers' working area."""
