"""Rules about signature lines and what stands on them."""
