"""What a person touches: the command line, the app, the conversation."""
