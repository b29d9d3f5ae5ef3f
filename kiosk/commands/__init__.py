"""The commands of `kiosk`, one module each.

A module has NAME, HELP (one line), `configure(parser)` and `run(arguments) -> exit code`. Only
the module of the command that was typed is imported, so that a start stays fast.
"""

COMMANDS = {
    "run": "show the content full screen, locked",
    "check": "find every problem of a bundle",
    "tour": "take pictures of every page",
    "pack": "make one file of a bundle for stands: checked and signed",
    "inspect": "say what a bundle is, who signed it, and what it changes on this stand",
    "keygen": "make a pair of keys that sign bundles",
    "trust": "trust the key of a publisher; list and remove such keys",
    "install": "check, rehearse and publish new content on this stand",
    "versions": "list the versions of the content on this stand",
    "rollback": "go back to the version before, or to a named one",
    "stats": "anonymous counts of visits: a table, CSV, a page to print",
    "doctor": "is the stand ready for tomorrow? green, amber, red, and what to do",
    "config": "show and change the stand's settings",
    "stand": "make this Windows machine a stand, or give it back",
}
"""Name to one line of help; the module of the same name lies in this package."""

HIDDEN = ("probe", "rehearse", "selftest")
"""Commands that the program calls itself; they stand in no list."""
