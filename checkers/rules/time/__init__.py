"""Rules about the length of sessions."""
