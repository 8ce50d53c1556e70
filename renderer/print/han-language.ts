/** Where a text in Chinese characters comes from, which decides how they are drawn. */
export type HanLanguage = 'jp' | 'kr' | 'sc' | 'tc';

const HAN = /\p{Script=Han}/gu;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;

/** The characters that two bytes can be in an encoding, by first and second bytes. */
function charactersOf(encoding: string, [firstLead, lastLead]: Span, trails: readonly Span[]): Set<string> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = firstLead; lead <= lastLead; lead += 1)
    for (const [first, last] of trails)
      for (let trail = first; trail <= last; trail += 1)
        found.add(decoder.decode(new Uint8Array([lead, trail])));
  return found;
}

type Span = readonly [first: number, last: number];

let common: { readonly simplified: Set<string>; readonly traditional: Set<string> } | null = null;

/** GB 2312 holds the characters of simplified Chinese, the first level of Big5 the common ones of traditional Chinese. */
function commonCharacters(): NonNullable<typeof common> {
  common ??= {
    simplified: charactersOf('gbk', [0xb0, 0xf7], [[0xa1, 0xfe]]),
    traditional: charactersOf(
      'big5',
      [0xa4, 0xc6],
      [
        [0x40, 0x7e],
        [0xa1, 0xfe],
      ],
    ),
  };
  return common;
}

/**
 * The language that a text's Chinese characters are drawn for: Japanese where there are kana, Korean where there is Hangul,
 * else Chinese, traditional where more of its characters are of that alone than of simplified Chinese alone. A text cannot
 * always tell: 大和 is drawn as Chinese. Null without such characters. Total.
 */
export function hanLanguage(text: string): HanLanguage | null {
  if (KANA.test(text)) return 'jp';
  if (HANGUL.test(text)) return 'kr';
  const characters = text.match(HAN);
  if (characters === null) return null;
  const { simplified, traditional } = commonCharacters();
  let lean = 0;
  for (const one of characters) {
    if (simplified.has(one) && !traditional.has(one)) lean -= 1;
    if (traditional.has(one) && !simplified.has(one)) lean += 1;
  }
  return lean > 0 ? 'tc' : 'sc';
}
