"""The news of a harbour: titles, teasers and authors for lists that a test writes."""

from __future__ import annotations

TITLES = (
    "The ferry sails again after the storm", "New cranes for the eastern basin", "Harbour museum opens its third hall",
    "The lock is closed for repairs", "Seals counted on the sandbank", "Board approves the budget of the port",
    "The pilot boat gets a new engine", "Quay lights are changed for lamps that save power", "Winter timetable of the water taxi",
    "The old customs house finds a tenant", "Divers find an anchor of oak", "Fish auction moves to a later hour",
)  # fmt: skip
TEXTS = (
    "After four days of wind the first crossing left at six in the morning. All later ones run as planned.",
    "Two machines from the yard on the river replace those of the sixties and lift twice as much.",
    "Nets, lamps and the wheel of the last steam tug are on show until the end of the summer.",
    "Boats up to nine metres may use the small chamber in the meantime.",
    "Volunteers found more of them than in any year since the counting began.",
    "Dues stay as they are; a part of the money goes into the mole.",
    "It burns a third less and can be heard far less in the old town.",
    "The work goes on for two weeks, always at night, and one quay after the other is dark.",
)
NAMES = (
    "Ana Roe",
    "Jo Marsh",
    "Kit Orme",
    "Pia Lund",
    "Sam Holt",
    "Eva Brook",
    "Tom Ashe",
    "Ida Stone",
)
NEWS = (
    ("otters", "Otters are back in the harbour", "Volunteers found fresh traces on nearly all of the stones below the mole."),
    ("seals", "Seals counted on the sandbank", "There are more than in any year since the counting began in the sixties."),
    ("lock", "Lock closed for repairs", "Boats up to nine metres may use the small chamber in the meantime."),
    ("museum", "Museum opens a third hall", "Nets, lamps and the wheel of the last steam tug are on show from June."),
    ("ferry", "Night ferry runs again", "The crossing takes forty minutes, and bicycles are carried where there is room."),
)  # fmt: skip
