"""The commands of `kiosk`, one module each.

A module has NAME, HELP (one line), `configure(parser)` and `run(arguments) -> exit code`. Only
the module of the command that was typed is imported, so that a start stays fast.
"""

COMMANDS = {
    "run": "show the content full screen, locked",
    "check": "find every problem of a bundle",
    "tour": "take pictures of every page",
    "config": "show and change the stand's settings",
}
"""Name to one line of help; the module of the same name lies in this package."""

HIDDEN = ("rehearse",)
"""Commands that the program calls itself; they stand in no list."""
