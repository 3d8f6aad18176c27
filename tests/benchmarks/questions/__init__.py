"""How well questions are answered: those in scope, those out of scope, and conversations, each with what is right.

Run `python -m tests.benchmarks.questions`. The questions were written apart from the topics and their phrasings.
"""
