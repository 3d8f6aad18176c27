"""Checking documents: readers, the document model, rules, profiles, reports. It knows nothing of app or answers."""
