"""The knowledge base: curated topics with their sources, and finding the one that answers a question."""

from knowledge.loader import load
from knowledge.schema import KnowledgeBase, Topic

__all__ = ["KnowledgeBase", "Topic", "load"]
