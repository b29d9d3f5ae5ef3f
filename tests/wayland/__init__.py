"""The stand's compositor, with screens and a touch screen that can be pulled out."""
