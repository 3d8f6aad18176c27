"""The rules, one small module each; beside them what more than one rule needs."""
