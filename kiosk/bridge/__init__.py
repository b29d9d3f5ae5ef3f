"""The seam between the pure core and QML. Only this package (and the editor) imports PySide6."""
