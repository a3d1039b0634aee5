"""PDFs: plain rows in, bytes out; only this floor knows WeasyPrint."""
