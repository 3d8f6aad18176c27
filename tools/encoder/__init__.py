"""Making the sentence encoder: from the published weights, fine-tuned on the phrasings, to eight bits."""
