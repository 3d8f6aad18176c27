"""The two screens."""
