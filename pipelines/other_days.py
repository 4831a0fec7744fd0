"""Words that label another day than that of publication: when something was changed, and until when something may be done.

Both who finds dates in a page and who reads them ask; the first of them without the tables of the second.
"""

from __future__ import annotations

CHANGED = tuple(
    "updated update modified edited revised changed amended aktualisiert aktualisierung geändert bearbeitet überarbeitet "
    "jour modifié modifiée actualisé actualisée actualizado actualizada actualización modificado modificada editado "
    "aggiornato aggiornata aggiornamento modificato modificata atualizado atualizada atualização alterado bijgewerkt gewijzigd "
    "aangepast uppdaterad uppdaterat uppdaterades ändrad opdateret ændret oppdatert endret uppfært breytt päivitetty "
    "muokattu uuendatud muudetud atjaunots atnaujinta pakeista zaktualizowano aktualizacja zmodyfikowano edytowano "
    "aktualizováno aktualizace upraveno aktualizované upravené posodobljeno spremenjeno ažurirano izmijenjeno izmenjeno "
    "ажурирано измењено обновлено обновлена обновлен изменено отредактировано оновлено змінено абноўлена обновена "
    "актуализирана променена frissítve frissítés módosítva actualizat actualizată modificat güncelleme güncellendi "
    "güncellenme yenilənib ενημερώθηκε ενημέρωση تحديث بروزرسانی עודכן עדכון अपडेट अद्यतन আপডেট ปรับปรุง แก้ไข "
    "อัปเดต nhật diperbarui dikemaskini eguneratua eguneratuta përditësuar განახლდა განახლებულია թարմացված թարմացվել жаңартылды "
    "жаңартылған жаңыртылды yangilandi шинэчилсэн imesasishwa imehaririwa opgedateer gewysig diweddarwyd nuashonraithe aġġornat "
    "புதுப்பிக்கப்பட்டது నవీకరించబడింది અપડેટ ನವೀಕರಿಸಲಾಗಿದೆ പുതുക്കിയത് ਅੱਪਡੇਟ अद्यावधिक التحديث تعديل التعديل "
    "обновление обновления изменение изменения оновлення päivitys uppdatering opdatering oppdatering actualizare modification "
    "modificación modifica modificação änderung wijziging ändring ændring endring změna zmena sprememba izmjena izmena "
    "modyfikacja modyfikacji aktualizacji değişiklik modificare izmaiņas pakeitimas atnaujinimo perubahan pembaruan "
    "newidiwyd modificació actualització úprava измена измене aldaketa संशोधन muutettu breyting שינוי módosítás ndryshimi "
    "reviewed corrected granskad tarkistettu bewerkt geüpdatet zmiana zmieniono zmenené aktualizácia aktualizácie actualizării szerkesztve "
    "posodobitev ažuriranje ажурирање променено зменена абнаўленне επικαιροποιήθηκε τροποποίηση dəyişdirilib yenilənmə muudatus "
    "eguneraketa eguneratze atjaunināts labots rediģēts atnaujinimas endurskoðað uppfærsla diweddariad diwygiwyd aġġornament "
    "განახლება შეცვლილია թարմացումը жаңарту yangilanish yangilangan ویرایش بهروزرسانی হালনাগাদ संशोधित diubah kemas kemaskini binago "
    "ilisasishwa يېڭىلاندى ዘምኗል".split()
)
DEADLINES = tuple(
    "deadline closing closes close due apply expires expiry until frist bewerbungsfrist abgabefrist anmeldefrist angebotsfrist "
    "einreichungsfrist bewerbungsschluss anmeldeschluss einsendeschluss bis limite clôture jusqu'au jusqu échéance límite plazo hasta "
    "vence vencimiento cierre scadenza entro termine prazo até encerramento sluitingsdatum sluit uiterlijk senast ansökningsdag "
    "ansøgningsfrist søknadsfrist senest umsóknarfrestur hakuaika mennessä tähtaeg kuni termiņš līdz terminas iki termin termín "
    "uzávěrka határidő beadási termen până rok срок до дедлайн прием приём термін строк краен λήξη προθεσμία έως μέχρι başvuru "
    "müddəti muddati موعد حتى قبل מועד עד hạn batas hingga tutup 締切 締め切り 申込期限 期限 截止 截止日期 報名截止 报名截止 截至 마감 마감일 अंतिम".split()
)
