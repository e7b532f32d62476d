"""What is particular to announcements in English: capitals make names, sentences bound what a verb says."""
