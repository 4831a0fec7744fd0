"""Of a cell that tells two dates, when an entry was published and when it was changed, the first is the entry's.

`Updated 20 Nov 2026, published 18 Nov 2026` is read as `published 18 Nov 2026`, and so is `Meeting of 4 March (published 9
March)`: whatever day stands before a day of publication is another's. Only there is anything to do, for of two dates the finders
take the one in front; a change alone is the only date there is and stays.
"""

from __future__ import annotations

from pipelines.dates.tokens.lexer import Token
from pipelines.dates.words.fold import fold
from pipelines.dates.words.names import months, short_months, weekdays
from pipelines.dates.words.wording import DATE_WORDS, LINKS, MONTH_BEFORE
from pipelines.day_labels import CHANGED, PUBLISHED

_ANY_NUMBER = Token("N", "", 0, 1, False)
LINKING = 2  # letters of a word that links one to its day
WHOLE = 5  # tokens of a date without a month word: three numbers and the marks between them

_CHANGED = frozenset(map(fold, CHANGED))
# Of making and adding, which labels a day of its own where a list tells both
_MADE = (
    "created written added créé creado creato criado skapad oprettet opprettet luotu utworzono vytvořeno создано "
    "добавлено створено додано létrehozva oluşturulma giriş tayang الإضافة ligne"
).split()
_PUBLISHED = frozenset(map(fold, (*PUBLISHED, *_MADE)))
# German for the day of a state; only beside a day of publication
_AS_OF = frozenset(map(fold, "stand fassung".split()))
ANNOUNCING = _CHANGED | _PUBLISHED  # words beside which a pair of numbers is a date
# Beginnings, for what is told is written into the word: 更新日, 発布时间, 최종수정.
_CHANGED_BEGIN = tuple(
    "更新 最終更新 最后更新 最後更新 修改 最后修改 最後修改 编辑 編輯 수정 최종수정 업데이트 แก้ไข วันที่แก้ไข ปรับปรุง วันที่ปรับปรุง อัปเดต อัพเดท ອັບເດດ ອັບເດັດ ແກ້ໄຂ ធ្វើបច្ចុប្បន្នភាព កែប្រែ".split()
)
_PUBLISHED_BEGIN = tuple(
    "公開 公开 发布 發布 發佈 発行 掲載 投稿 作成 登録 刊登 등록 입력 작성 게시 발행 เผยแพร่ วันที่เผยแพร่ โพสต์ ເຜີຍແຜ່ ປະກາດ ចេញផ្សាយ ចុះផ្សាយ".split()
)


def without_update(tokens: list[Token]) -> list[Token]:
    """Return the tokens without the day of a change that stands before the day of publication."""
    telling = (at for at, token in enumerate(tokens) if tells_change(token))
    changed = next(telling, None)
    if changed is None:
        return _from_publication(tokens)
    published = next(
        (at for at in range(changed + 1, len(tokens)) if tells_publication(tokens[at])),
        None,
    )
    if published is None:
        return tokens
    if is_dated(tokens[published:]) or _is_pair(tokens[published:]):
        return [*tokens[:changed], *tokens[published:]] if not is_dated(tokens[:changed]) else tokens
    # 2026.11.20 更新 2026.11.18 公開
    behind = is_dated(tokens[:changed]) and is_dated(tokens[changed:published])
    return tokens[changed + 1 :] if behind and published == len(tokens) - 1 else tokens


def _from_publication(tokens: list[Token]) -> list[Token]:
    """The tokens from the first word of a publication on, where its day follows it and another one stands before it."""
    telling = (at for at, token in enumerate(tokens) if tells_publication(token))
    at = next(telling, 0)
    before, behind = tokens[:at], tokens[at:]
    if not at or not (is_dated(before) or _is_pair(before)) or not (is_dated(behind) or _is_pair(behind)):
        return tokens
    told = next((t for t in behind[1:] if t.kind == "N" or not (_links(t) or t.kind == "P")), None)
    return behind if told is not None and (told.kind == "N" or is_dated([told, _ANY_NUMBER])) else tokens


def _links(token: Token) -> bool:
    """Whether a word may stand between the word of a publication and its day: on, am, le, ngày."""
    return (
        token.text in LINKS
        or token.text in DATE_WORDS
        or len(token.text) <= LINKING
        or bool(weekdays(token.text))
    )


def announces(token: Token) -> bool:
    """Return whether a word says that a date follows: that of a publication or a change, or any."""
    return token.text in DATE_WORDS or _tells(token, ANNOUNCING, _PUBLISHED_BEGIN + _CHANGED_BEGIN)


def tells_change(token: Token) -> bool:
    """Return whether a word says that something was changed, or of when a state is."""
    return _tells(token, _CHANGED | _AS_OF, _CHANGED_BEGIN)


def tells_publication(token: Token) -> bool:
    """Return whether a word says that something was published."""
    return _tells(token, _PUBLISHED, _PUBLISHED_BEGIN)


def _tells(token: Token, words: frozenset[str], beginnings: tuple[str, ...]) -> bool:
    return token.kind == "W" and (token.text in words or token.text.startswith(beginnings))


def is_dated(tokens: list[Token]) -> bool:
    """Return whether a day may be told here: three numbers that one mark parts, or one beside the name or the sign of a month."""
    numbers = any(token.kind == "N" for token in tokens)
    named = numbers and any(_names_month(tokens, at) for at in range(len(tokens)))
    return named or any(_is_whole(tokens[at : at + WHOLE]) for at in range(len(tokens)))


def _names_month(tokens: list[Token], at: int) -> bool:
    """Whether a month is told here: its name, of one word or of two (`dhen Ghiblean`), or its sign."""
    token, following = tokens[at], tokens[at + 1 : at + 2]
    if token.kind != "W":
        return (token.kind == "U" and token.text == "M") or token.text in MONTH_BEFORE
    return bool(
        token.text in MONTH_BEFORE
        or months(token.text)
        or short_months(token.text)
        or is_prefixed_month(token.text)
        or (following and following[0].kind == "W" and months(f"{token.text} {following[0].text}"))
    )


def is_prefixed_month(word: str) -> bool:
    """Whether Hebrew writes "in" into a month: בדצמבר."""
    return word[:1] == "ב" and bool(months(word[1:]))


def _is_pair(tokens: list[Token]) -> bool:
    """Whether two numbers are told that one mark joins: `Posted on: 01-09`."""
    parts = (tokens[at : at + 3] for at in range(len(tokens)))
    return any([t.kind for t in part] == ["N", "P", "N"] and part[1].text != ":" for part in parts)


def _is_whole(part: list[Token]) -> bool:
    kinds = [token.kind for token in part]
    return kinds == ["N", "P", "N", "P", "N"] and part[1].text == part[3].text != ":"
