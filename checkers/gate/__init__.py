"""The gate: whether a whole batch is ready to go, the sheet that a supervisor signs, and whether it still holds."""
