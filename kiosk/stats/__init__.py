"""Anonymous counters per hour: what was looked at, never by whom. No Qt."""
