"""The rules of the field in plain Python: no Flask, no database, no catalogue."""
