"""Rules about the dates of services, signatures and meetings."""
