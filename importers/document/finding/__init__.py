"""What a text says: actors and their roles, dates, themes, bodies, articulations, amounts."""
