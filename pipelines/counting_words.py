"""Words before a number that counts issues, volumes, parts or pages: what stands behind them is no day.

Both who finds dates in a page and who reads them ask; the first of them without the tables of the second.
"""

from __future__ import annotations

COUNTING = frozenset(
    "issue issues vol volume volumen band bd jahrgang jg heft ausgabe nummer nr num numero numeros numer číslo cislo "
    "broj br номер выпуск вып том випуск број бр брой tome tomo tomul numar numarul edition edicion edicao edizione "
    "utgave sayi cilt sayisi nummeret nro kotet part teil partie parte episode ep folge season staffel "
    "episodio aflevering avsnitt afsnit odcinek epizoda epizod bolum серия эпизод puntata capitulo capitolo chapitre hoofdstuk rozdzial kapitola "
    "chapter kapitel page pages seite pagina strona kw τευχος τομος αρ العدد عدد المجلد شماره अंक แผ่นที่ ฉบับที่ 第 제".split()
)
