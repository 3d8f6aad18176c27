"""Checking documents: readers, the document model, rules, profiles and reports. Knows nothing of the app or the answers."""
