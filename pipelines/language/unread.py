"""Scripts that no known language is written in: a letter of one speaks against them all (`marks`)."""

from __future__ import annotations

UNREAD: tuple[tuple[int, int], ...] = (
    (0x700, 0x74F),  # Syriac
    (0x780, 0x7FF),  # Thaana, N'Ko
    (0x13A0, 0x167F),  # Cherokee, Canadian syllabics
    (0x18B0, 0x18FF),  # Canadian syllabics
    (0x1900, 0x19DF),  # Limbu, Tai Le, New Tai Lue
    (0x1A00, 0x1AAF),  # Buginese, Tai Tham
    (0x1B00, 0x1C7F),  # Balinese to Ol Chiki
    (0x2C00, 0x2C5F),  # Glagolitic
    (0x2C80, 0x2CFF),  # Coptic
    (0x2D30, 0x2D7F),  # Tifinagh
    (0xA000, 0xA63F),  # Yi, Lisu, Vai
    (0xA6A0, 0xA6FF),  # Bamum
    (0xA800, 0xA82F),  # Syloti Nagri
    (0xA840, 0xA8DF),  # Phags-pa, Saurashtra
    (0xA900, 0xA95F),  # Kayah Li, Rejang
    (0xA980, 0xA9DF),  # Javanese
    (0xAA00, 0xAA5F),  # Cham
    (0xAA80, 0xAAFF),  # Tai Viet, Meetei Mayek
    (0xAB70, 0xABFF),  # Cherokee, Meetei Mayek
    (0x10000, 0x1AFFF),  # historic scripts, Adlam, Chakma and others
    (0x1E000, 0x1E95F),  # Glagolitic, Mende Kikakui, Adlam
)
