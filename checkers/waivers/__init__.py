"""Waivers: findings that somebody decided to let stand, each with a reason, a name and the document it holds for."""
