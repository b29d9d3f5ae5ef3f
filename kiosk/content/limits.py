"""Every limit of a bundle in one table, for the reader, the check and whoever shows them.

Imports nothing: the reader in `kiosk.store` and the checks in `kiosk.content` both use it.
"""

from __future__ import annotations

CONTENT_BYTES = 20_000_000
DEPTH = 32
INTEGER_DIGITS = 18
PICTURE_BYTES = 40_000_000
PICTURE_PIXELS = 16_000_000
PICTURE_SIDE = 3840
ASSET_FILES = 5000
BUNDLE_BYTES = 2 << 30
MANIFEST_BYTES = 4_000_000
RATIO = 200
PATH_LENGTH = 180
PATH_DEPTH = 6
TEXT_WORDS = 60
QUOTE_WORDS = 40
CAPTION_WORDS = 30
TITLE_WORD_LETTERS = 18
WORD_LETTERS = 40
EVIDENCE_BLOCKS = 1
CODE_BYTES = 180

TABLE: tuple[tuple[str, int, str], ...] = (
    ("content.json", CONTENT_BYTES, "bytes"),
    ("lists and objects inside each other", DEPTH, "levels"),
    ("a whole number", INTEGER_DIGITS, "digits"),
    ("a picture file", PICTURE_BYTES, "bytes"),
    ("a picture", PICTURE_PIXELS, "pixels"),
    ("a side of a picture after packing", PICTURE_SIDE, "pixels"),
    ("files in assets/", ASSET_FILES, "files"),
    ("all files of a bundle together", BUNDLE_BYTES, "bytes"),
    ("the list of files in a bundle file", MANIFEST_BYTES, "bytes"),
    ("a file in a bundle file against its packed size", RATIO, "times"),
    ("a file name with its folders", PATH_LENGTH, "characters"),
    ("folders inside each other", PATH_DEPTH, "levels"),
    ("a text block", TEXT_WORDS, "words"),
    ("a quote", QUOTE_WORDS, "words"),
    ("what is said about a picture of a gallery", CAPTION_WORDS, "words"),
    ("a word of a headline without a soft hyphen", TITLE_WORD_LETTERS, "letters"),
    ("any other word", WORD_LETTERS, "letters"),
    ("charts or pictures of a page", EVIDENCE_BLOCKS, "block"),
    ("what a code for a phone says", CODE_BYTES, "bytes"),
)
"""What is limited, the limit, and its unit."""
