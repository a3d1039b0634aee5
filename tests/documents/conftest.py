"""Hand-made rows for documents, and what reads PDFs back: poppler and zxing."""
