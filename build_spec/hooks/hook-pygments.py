"""rich colours code with it, which the kiosk never shows: nothing more than is imported."""
