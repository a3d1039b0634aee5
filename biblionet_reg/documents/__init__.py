"""PDF documents. Callers import `badges` and `programme`; WeasyPrint itself runs in child processes."""
