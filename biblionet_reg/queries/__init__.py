"""Reads for pages and files: what is returned is loaded, whole and in a constant number of statements."""
