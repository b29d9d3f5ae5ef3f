"""Hours of a stand in minutes: a hand that never rests, on the real kiosk, with a look inside."""
