"""What keeps an unattended kiosk safe: PIN, lock-out, environment. Never imports Qt."""
