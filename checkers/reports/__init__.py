"""Writers of reports: each takes reports and gives text, and opens and prints nothing."""
