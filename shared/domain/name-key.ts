/** What lower case leaves apart of one letter: dotless i and dotted capital I, sharp s, final sigma. */
const FOLDED: Readonly<Record<string, string>> = { ı: 'i', 'i\u0307': 'i', ß: 'ss', ς: 'σ' };

/** Shown as nothing, and not part of a name: a soft hyphen, a joiner, a mark of direction, a variation of a picture. */
const UNSEEN = /\p{Cf}|\u034f|[\ufe00-\ufe0f]/gu;

/**
 * What makes two names the same, however they were typed: composed or decomposed, in whatever case (ß is ss, ı is i, ς is σ)
 * and width (ＡＢＣ is abc), with whatever spaces. The one key of subjects, groups, brokers, search, filters and duplicates;
 * names are kept, printed and hashed as they were typed. Marks count: ü is not u.
 */
export function nameKey(name: string): string {
  const folded = name
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/i\u0307|[ıßς]/gu, (letter) => FOLDED[letter] ?? letter);
  return folded.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** A looser key for finding: as `nameKey`, and Latin letters match without their accents (“borse” finds “Börse”). */
export const searchKey = (text: string): string =>
  nameKey(text)
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mark}+/gu, '$1')
    .normalize('NFC');

/** The words of what is searched for, each to be found somewhere in a `searchKey`. */
export const searchWords = (text: string): readonly string[] => searchKey(text).split(' ').filter(Boolean);
