"""Model objects as quads, the store that holds them, the shapes that judge them, the queries that ask."""
