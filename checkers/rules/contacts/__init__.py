"""Rules on logs of contacts."""
