"""The product's data written as files."""
