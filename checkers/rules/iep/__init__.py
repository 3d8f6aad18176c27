"""Rules on what an IEP has to say (34 CFR 300.320)."""
