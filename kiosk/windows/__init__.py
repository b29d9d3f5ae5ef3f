"""What makes a Windows machine a stand, and takes it back: `kiosk stand`. Never imports Qt."""
