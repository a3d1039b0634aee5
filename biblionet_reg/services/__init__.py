"""Use-cases: the only floor that commits."""
