"""References inside a text: 第四十二条第二款, Section 5(a), § 3 Abs. 2, 前条. Find, parse, resolve.

A reference is resolved against the clauses of its own version. Where it leads to another text, or where
the version's numbering allows no answer, nothing is claimed: a wrong warning costs more than a missed one.
"""

from hexapla.references.citations import Citation, find, label
from hexapla.references.register import Outcome, Register, Resolution, register, resolve

__all__ = ["Citation", "Outcome", "Register", "Resolution", "find", "label", "register", "resolve"]
