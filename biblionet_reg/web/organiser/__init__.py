"""The organisers' working area."""
