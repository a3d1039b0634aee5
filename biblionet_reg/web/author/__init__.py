"""Pages of participants and authors: the two forms, and what they reach by a personal link."""
