/** What the controls that lead on are called; lower case, without digits and signs. Each is the whole label, or its beginning before a space. */
const NEXT =
  'next|next page|go to next page|older|older posts|older entries|forward|suivant|suivante|page suivante|weiter|nächste|nächste seite|vor|siguiente|página siguiente|próxima|próximo|próxima página|seguinte|página seguinte|successiva|successivo|pagina successiva|avanti|volgende|volgende pagina|następna|następny|następna strona|dalej|nästa|nästa sida|næste|neste|seuraava|další|další stránka|ďalšia|следующая|следующая страница|далее|вперед|вперёд|наступна|далі|sonraki|sonraki sayfa|次へ|次の|次のページ|次ページ|次|下一页|下一頁|下页|下一步|后一页|다음|다음 페이지|التالي|الصفحة التالية|הבא|következő|următoarea|înainte|επόμενη|επόμενο|trang sau|tiếp|tiếp theo|ถัดไป|หน้าถัดไป|berikutnya|selanjutnya|अगला|sljedeća|следваща|naslednja';
const MORE =
  'load more|show more|see more|view more|more results|more items|more posts|load next|show next|mehr laden|mehr anzeigen|mehr ergebnisse|weitere laden|weitere anzeigen|weitere ergebnisse|voir plus|afficher plus|charger plus|plus de résultats|cargar más|ver más|mostrar más|más resultados|carregar mais|ver mais|mostrar mais|carica altri|carica altro|mostra altri|mostra altro|meer laden|toon meer|meer tonen|meer weergeven|pokaż więcej|załaduj więcej|visa fler|visa mer|ladda fler|vis flere|vis mere|last inn flere|indlæs flere|näytä lisää|lataa lisää|načíst další|zobrazit více|показать ещё|показать еще|загрузить ещё|загрузить еще|показать больше|показати більше|завантажити ще|daha fazla|daha fazla göster|もっと見る|もっと読み込む|さらに表示|さらに読み込む|加载更多|查看更多|显示更多|更多|載入更多|顯示更多|더보기|더 보기|عرض المزيد|تحميل المزيد|הצג עוד|טען עוד|több betöltése|mai mult|περισσότερα|xem thêm|ดูเพิ่มเติม|muat lebih banyak|और देखें';

const NEXT_TERMS = NEXT.split('|');
const MORE_TERMS = MORE.split('|');

/** Signs that lead on where pages are numbered; in a picture show they lead elsewhere. */
const NEXT_SIGN = /^[›»>→⟩❯▶≫⇒⏵]{1,2}$/u;

/** What a label says of where its control leads. */
export type LabelMeaning = 'next' | 'more' | 'next-sign';

export function readLabelMeaning(label: string): LabelMeaning | undefined {
  const bare = label.replace(/\s+/g, '');
  if (NEXT_SIGN.test(bare)) return 'next-sign';
  const words = label
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
  if (words === '' || words.length > LONGEST_LABEL) return undefined;
  if (NEXT_TERMS.includes(words)) return 'next';
  return MORE_TERMS.some((term) => words === term || words.startsWith(`${term} `)) ? 'more' : undefined;
}

/** Longer labels are sentences that happen to begin so. */
const LONGEST_LABEL = 40;
