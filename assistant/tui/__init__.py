"""The app: Textual screens, widgets and dialogs around the functions that the commands call."""
