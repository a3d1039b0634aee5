"""Files: a folder or S3-compatible storage, behind one small library."""
