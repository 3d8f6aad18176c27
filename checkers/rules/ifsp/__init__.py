"""Rules on what an IFSP has to say (34 CFR 303.344)."""
