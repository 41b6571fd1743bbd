"""The parts of a measurement: what is run, and what it is set beside."""
