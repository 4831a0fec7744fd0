"""Words that label a day: when something was published or changed, and until when something may be done.

Both who finds dates in a page and who reads them ask; the first of them without the tables of the second.
"""

from __future__ import annotations

PUBLISHED = tuple(
    "published posted issued released veröffentlicht erstellt publiziert publié publiée posté paru publicado publicada "
    "pubblicato pubblicata postado geplaatst gepubliceerd publicerad publicerat publicerades udgivet offentliggjort publisert "
    "birt julkaistu avaldatud publicēts paskelbta opublikowano publikacja dodano publikováno vydáno vloženo publikované "
    "objavljeno objavljena objava објављено опубликовано опубликована опубліковано апублікавана публикувано публикувана "
    "megjelent közzétéve publicat publicată yayınlanma yayınlandı yayımlanma δημοσιεύθηκε δημοσιεύτηκε δημοσίευση نشر انتشار "
    "פורסם प्रकाशित প্রকাশ প্রকাশিত เผยแพร่ โพสต์ đăng diterbitkan dipublikasikan argitaratua argitaratuta publikuar "
    "გამოქვეყნდა გამოქვეყნებულია հրապարակված հրապարակվել жарияланды жарияланған жарыяланды нийтэлсэн imechapishwa gepubliseer "
    "geplaas cyhoeddwyd foilsithe ippubblikat வெளியிடப்பட்டது ప్రచురించబడింది પ્રકાશિત ಪ್ರಕಟಿಸಲಾಗಿದೆ പ്രസിദ്ധീകരിച്ചത് "
    "ਪ੍ਰਕਾਸ਼ਿਤ publiceret النشر објавено објавена dərc yayımlanıb yayımlandı publication parution publicación pubblicazione "
    "publicação publicatie publicering publisering veröffentlichung erschienen eingestellt publikace közzététel publicare "
    "публикация публикации публікація публікації публикуване δημοσίευσης yayın yayım publikacji opublikowania publicării "
    "publicēšanas paskelbimo publikavimo terbit publikasi publikováno publikování zveřejnění zveřejněno zverejnené zverejnenia "
    "cyhoeddi publicació објављивања објавување objavljivanja argitaratze प्रकाशन julkaisupäivä julkaisu birting birtingardagur "
    "פרסום publikimit publiseringsdato publiceringsdatum udgivelsesdato veröffentlichungsdatum publicatiedatum avaldamise "
    "avaldamine شائع ilichapishwa inilathala".split()
)
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
    "määräaika määräpäivä ვადა ბოლო mwisho spriocdháta epea epemuga শেষ վերջնաժամկետ ժամկետ хугацаа мерзімі мерзім соңғы "
    "afati frestur límit sista ปิดรับสมัคร หมดเขต مهلت أجل आखिरी आख़िरी آخری अन्तिम ផុតកំណត់ கடைசி చివరి අවසාන የመጨረሻ "
    "müddəti muddati موعد حتى قبل מועד עד hạn batas hingga tutup 締切 締め切り 申込期限 期限 截止 截止日期 報名截止 报名截止 截至 마감 마감일 अंतिम".split()
)
