"""Small screens on top that ask one thing and give the answer back."""
