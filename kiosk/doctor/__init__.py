"""Is the stand ready for tomorrow? Looks at everything that could spoil a day, and changes nothing.

Each look gives findings: green, amber (look at it) or red (mend it), in words for the people who
look after the stand. What cannot be told from here is amber, never green. No Qt.
"""
