"""Words that say until when something may be done: `Closing date: 20 March`, `Scadenza: 8 gennaio`, `締切：12月15日`."""

from __future__ import annotations

from pipelines.dates.tokens.lexer import Token
from pipelines.dates.words.fold import fold

_DEADLINES = frozenset(
    map(
        fold,
        "deadline closing closes close due apply expires expiry until frist bewerbungsfrist abgabefrist anmeldefrist angebotsfrist "
        "einreichungsfrist bewerbungsschluss anmeldeschluss einsendeschluss bis limite clôture jusqu'au jusqu échéance límite plazo hasta "
        "vence vencimiento cierre scadenza entro termine prazo até encerramento sluitingsdatum sluit uiterlijk senast ansökningsdag "
        "ansøgningsfrist søknadsfrist senest umsóknarfrestur hakuaika mennessä tähtaeg kuni termiņš līdz terminas iki termin termín "
        "uzávěrka határidő beadási termen până rok срок до дедлайн прием приём термін строк краен λήξη προθεσμία έως μέχρι başvuru "
        "müddəti muddati موعد حتى قبل מועד עד hạn batas hingga tutup 締切 締め切り 申込期限 期限 截止 截止日期 報名截止 报名截止 截至 마감 마감일 अंतिम".split(),
    )
)


def announces_deadline(tokens: list[Token]) -> bool:
    """Return whether a word of a cell says until when something may be done."""
    return any(map(is_deadline, tokens))


def is_deadline(token: Token) -> bool:
    """Return whether a word says so."""
    return token.kind == "W" and token.text.rstrip(".") in _DEADLINES
