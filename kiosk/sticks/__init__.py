"""USB sticks: which are plugged in, what lies on them, what is written to them. No Qt."""
