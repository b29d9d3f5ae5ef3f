"""Only the formats that a bundle may hold; the rest of Pillow and its libraries stay away."""

hiddenimports = ["PIL.JpegImagePlugin", "PIL.PngImagePlugin", "PIL.WebPImagePlugin"]
excludedimports = ["tkinter", "PIL.ImageTk", "PIL.ImageQt"]
