"""Letters: composed here in the recipient's language, sent by the postman alone."""
