"""Rules about what a note tells."""
