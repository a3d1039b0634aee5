"""HTTP in, HTML out: the only floor that knows request, session and flash."""
