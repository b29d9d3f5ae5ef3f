"""The seam between the pure core and QML. Only this package imports PySide6."""
