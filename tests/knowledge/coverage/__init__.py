"""The coverage table: where each item of each founding document and fact sheet is told, or why it is left out.

One TOML file for each text holds its rows; `python -m tests.knowledge.coverage` prints them. The texts themselves are
no part of the project: a row names its item by section and number, and a fingerprint binds it to the wording.
"""
