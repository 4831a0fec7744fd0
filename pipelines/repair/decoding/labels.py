"""Names of encodings: the labels of the WHATWG Encoding Standard, and the Python codec that reads each encoding.

A page names its encoding in words of its own (`latin1`, `x-sjis`, `unicode-1-1-utf-8`). Browsers agree on one table
for them, and so do we: `iso-8859-1` means windows-1252, `gb2312` means gb18030, `ks_c_5601-1987` means cp949. Python's
own aliases disagree with browsers in these cases, so they are never asked. Names in records are the standard's, in
lower case. Encodings that a browser refuses (utf-7, hz-gb-2312) have no entry and count as undeclared.
"""

from __future__ import annotations

import codecs

# Encoding Standard, section 4.2 "Names and labels": name, Python codec, labels beside the name.
_TABLE = """
utf-8          utf-8          unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf8 x-unicode20utf8
utf-16be       utf-16-be      unicodefffe
utf-16le       utf-16-le      csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16
utf-32be       utf-32-be
utf-32le       utf-32-le      utf-32
ibm866         cp866          866 cp866 csibm866
iso-8859-2     iso8859-2      csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
iso-8859-3     iso8859-3      csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
iso-8859-4     iso8859-4      csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
iso-8859-5     iso8859-5      csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988
iso-8859-6     iso8859-6      arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
iso-8859-7     iso8859-7      csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek
iso-8859-8     iso8859-8      csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical
iso-8859-10    iso8859-10     csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6
iso-8859-13    iso8859-13     iso8859-13 iso885913
iso-8859-14    iso8859-14     iso8859-14 iso885914
iso-8859-15    iso8859-15     csisolatin9 iso8859-15 iso885915 iso_8859-15 l9
iso-8859-16    iso8859-16
koi8-r         koi8-r         cskoi8r koi koi8 koi8_r
koi8-u         koi8-u         koi8-ru
macintosh      mac-roman      csmacintosh mac x-mac-roman
windows-874    cp874          dos-874 iso-8859-11 iso8859-11 iso885911 tis-620
windows-1250   cp1250         cp1250 x-cp1250
windows-1251   cp1251         cp1251 x-cp1251
windows-1252   cp1252         ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii x-cp1252
windows-1253   cp1253         cp1253 x-cp1253
windows-1254   cp1254         cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254
windows-1255   cp1255         cp1255 x-cp1255
windows-1256   cp1256         cp1256 x-cp1256
windows-1257   cp1257         cp1257 x-cp1257
windows-1258   cp1258         cp1258 x-cp1258
x-mac-cyrillic mac-cyrillic   x-mac-ukrainian
gb18030        gb18030        chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk
big5           big5hkscs      big5-hkscs cn-big5 csbig5 x-x-big5
euc-jp         euc-jp         cseucpkdfmtjapanese x-euc-jp
iso-2022-jp    iso2022-jp-ext csiso2022jp
shift_jis      cp932          csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis
euc-kr         cp949          cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949
"""

CODECS: dict[str, str] = {}
"""Python codec by the standard's name."""

_NAMES: dict[str, str] = {}
for _line in _TABLE.strip().splitlines():
    _name, _codec, *_labels = _line.split()
    CODECS[_name] = _codec
    _NAMES.update(dict.fromkeys((_name, *_labels), _name))


def named(label: str | None) -> str | None:
    """Return the standard's name for a label as a page writes it, or None where no browser knows it."""
    return _NAMES.get(label.strip("\t\n\f\r \"'").lower()) if label else None


def code_page(label: str) -> str | None:
    """Return Python's name of a code page that no browser knows but files are in (`cp850`, `mac-latin2`), else None.

    Only those in which ASCII is ASCII and each byte one character: a table's delimiters and lines are looked for in it.
    """
    try:
        page = codecs.lookup(label)
    except (LookupError, ValueError):  # none of that name, or no name at all
        return None
    if not page.name.startswith(("cp", "mac-")):
        return None
    text = page.decode(bytes(range(256)), "replace")[0]
    return page.name if len(text) == 256 and text[:128].isascii() and text[65:91].isupper() else None
