"""What makes the files that Tandem ships and no user runs: the encoder, its calibration."""
