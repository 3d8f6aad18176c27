"""Finding the topic that answers a question: words, their stems and spelling, and the place they name."""
