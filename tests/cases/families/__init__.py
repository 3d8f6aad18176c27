"""What `tests.cases.make_cases` writes, one module for each family of rules."""
