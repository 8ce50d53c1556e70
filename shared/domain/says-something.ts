const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Words that stand in the place of words to come: one of them, with nothing but little words around it, says nothing. */
const PLACEHOLDERS = wordsOf(
  `tbc tba tbd tbn tbr na nil none nothing null undefined unknown pending todo blank empty see ditto idem follow follows
  notknown notgiven notavailable notapplicable notprovided notstated tobeconfirmed tobeadvised tobeagreed placeholder
  nk insert lorem ipsum asdf test same confirm undisclosed withheld`,
);

/** Words that do so after one of `UNSETTLED`: “to be agreed”, “not known”, “as advised”. */
const SETTLED = wordsOf(
  `confirmed advised agreed determined decided announced notified supplied completed known given available applicable
  provided stated specified received disclosed come
  declared appointed found expiring`,
);
const UNSETTLED = wordsOf('to not as when if no yet');

/** Little words that tell only when, by whom or how a placeholder will be filled. */
const AROUND = wordsOf(
  `a an the be is are at by in on of or and it this us n with still will shall has have been was were more later soon from
  per please present moment time now currently date due course before above below further broker insured client insurer
  underwriter underwriters both parties separately details information previously mutually otherwise
  slip`,
);

/** Placeholders of other languages than English, by their letters alone. */
const ELSEWHERE = wordsOf(
  `àconfirmer àdéfinir àpréciser àvenir àcompléter aconfirmer adefinir aprécisér néant wirdnachgereicht nochoffen offen folgt
  nochzuklären unbekannt keine keiner porconfirmar pordefinir adefinirse aconfirmar adefinir desconocido desconhecido
  daconfermare dadefinire sconosciuto ignoto tebepalen nogtebepalen onbekend 待定 未提供 地址待定 待确认 待確認 待补 待補 未定 未知 不明 不详
  不詳 无 無 なし 未確認 미정 없음 미상 להשלים нет неизвестно уточняется`,
);

/** What shows as nothing: joiners, marks of direction, fillers, and whatever else a face leaves out. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Whether a text is there and shows as nothing, in any face; one of blanks alone is as good as not there. Total and pure. */
export const showsNothing = (text: string): boolean =>
  text.trim() !== '' && text.replace(INVISIBLE, '').trim() === '';

/** Letters of one kind in a row, such as `xxx`. */
const CROSSES = /^([xyz])\1+$/;

/** A nought or several stand for nothing. */
const NOUGHT = /^0+$/;

/** What somebody is to fill in: `[insert]`, `<name>`. */
const BLANK_TO_FILL = /^\s*(\[[^\]]*\]|<[^>]*>|\{[^}]*\})\s*$/u;

const isPlaceholder = (word: string): boolean => PLACEHOLDERS.has(word) || CROSSES.test(word);

/**
 * Whether a text says anything: one of blanks and signs alone (`-`, `?`, `…`) does not, nor does one that stands in the place
 * of words to come (`TBC`, `n/a`, `xxx`, “to be agreed by the broker”, “N/A at present”), in whatever case, width or spacing.
 * Total and pure.
 */
export function saysSomething(text: string | null | undefined): boolean {
  if (BLANK_TO_FILL.test(text ?? '')) return false;
  const words = (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/gu, ' ')
    .replace(INVISIBLE, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return false;
  // n/a and T B C are one word of letters.
  const joined = words.join('');
  if (isPlaceholder(joined) || ELSEWHERE.has(joined) || NOUGHT.test((text ?? '').trim())) return false;
  const spelt = words[0] === 'n' && words[1] === 'a' ? ['na', ...words.slice(2)] : words;
  const isUnsettled = spelt.some((word) => UNSETTLED.has(word));
  const stands = (word: string) => isPlaceholder(word) || (isUnsettled && SETTLED.has(word));
  const isFiller = (word: string) => UNSETTLED.has(word) || AROUND.has(word);
  return !(spelt.some(stands) && spelt.every((word) => stands(word) || isFiller(word)));
}

/** The scripts of which one or two letters are words. */
const WORD_SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const FEWEST_LETTERS = 3;

/** Whether a text can be a reason: it says something, in more than a letter or two. Total and pure. */
export const givesReason = (text: string | null | undefined): boolean =>
  saysSomething(text) &&
  (WORD_SIGNS.test(text ?? '') || ((text ?? '').match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS);
