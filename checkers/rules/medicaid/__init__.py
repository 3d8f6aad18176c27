"""Rules about the Medicaid box of coordination notes."""
