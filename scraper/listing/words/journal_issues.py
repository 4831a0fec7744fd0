"""Headings that name one issue of a journal or a gazette, `Vol. 12, No. 2 (2026)`, `Amtsblatt Nr. 45/2026`: below stands what is in it."""

from __future__ import annotations

import re

CHARS_MAX = 80
"""Of a heading: some issues have a theme, `v. 12 n. 2 (2026): Sal e vento`."""
_VOLUME = r"(?:vol(?:umen?|ume|\.)?|v\.|bd\.?|band|jg\.?|jahrgang|tome?|том|årgång|årg\.?|cilt|ročník|roč\.?|évf\.?|rok)"
_ISSUE = r"(?:no\.?|n\.?\s?[º°]|n\.|nr\.?|n[úu]m\.?|n[úu]mero|numéro|issue|iss\.|heft|№|zeszyt|z\.|číslo|č\.|sayı|szám|nummer|fasc\.?|fascicolo)"
_NAMED = re.compile(
    rf"(?<!\w){_VOLUME}\s?\d{{1,4}}[\s,;:/–-]*(?:\(?(?:19|20)\d\d\)?[\s,;:/–-]*)?{_ISSUE}\s?\d{{1,4}}(?!\d)"
    r"|第\s?\d{1,4}\s?[卷巻].{0,8}?第?\s?\d{1,4}\s?[期号號]|제\s?\d{1,4}\s?권.{0,3}제?\s?\d{1,4}\s?호",
    re.IGNORECASE,
)
# A gazette counts its issues through the year, and has no volumes.
_GAZETTE = (
    r"(?:gazett[ae]|amtsblatt|gesetzblatt|bolet[ií]n|boletim|butlletí|buletin(?:ul)?|bulletin|di[aá]rio oficial|journal officiel"
    r"|recueil des actes|monitor(?:ul)? oficial|(?:služben\w|narodne) \w+|glasnik|glasilo|гласник|вестник|вісник|věstník|vestník|sbírka|zbierka"
    r"|dziennik|közlöny|tidende?|författningssamling|staatsblad|staatscourant|gemeenteblad|lehti|teataja|vēstnesis|žinios"
    r"|(?:resm[iî] )?gazete|εφημερ\w+|الجريدة الرسمية|lembaran)"
)
_NUMBERED = re.compile(
    rf"(?<!\w){_GAZETTE}\b.{{0,30}}?(?:(?<!\w)(?:{_ISSUE}|broj|број|бр\.|št\.|br\.|τεύχος|αρ\.|العدد|брой|випуск|выпуск|szám)\s?\d{{1,4}}"
    r"|(?<![\d/.-])(?:\d{1,4}\s?/\s?(?:19|20)\d\d|(?:19|20)\d\d\s?/\s?\d{1,4})(?![\d/.-]))"
    r"|[公官][报報].{0,12}第\s?\d{1,5}\s?[期号號]|[관공]보.{0,12}제\s?\d{1,5}\s?호",
    re.IGNORECASE,
)


def names_issue(heading: str) -> bool:
    """Whether a heading names an issue by its number, of a journal's volume or of a gazette, in some 30 languages."""
    if len(heading) > CHARS_MAX:
        return False
    return _NAMED.search(heading) is not None or _NUMBERED.search(heading) is not None
