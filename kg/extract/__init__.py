"""Reading announcements: from text to claims, each with its place in the text."""
