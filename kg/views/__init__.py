"""What the graph concludes: claims put to the test; who wins again, who wins together."""
