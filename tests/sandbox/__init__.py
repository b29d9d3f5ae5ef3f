"""What the real kiosk asks of the system, and what its unit allows: `python -m tests.sandbox`."""
