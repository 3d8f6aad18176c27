"""Rules about who coordinates the services of an IEP."""
