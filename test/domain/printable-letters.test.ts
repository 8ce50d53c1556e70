import { describe, expect, it } from 'vitest';
import { lettersInWords, lettersWithoutGlyph, unprintableTexts } from '#shared/domain/printable-letters.ts';

describe('letters that the bundled faces draw', () => {
  it.each([
    'Calder Sound “Markets” – 25 % of £ 5m…',
    'Börse Łódź, Ngân hàng Việt Nam, Čakovec',
    'Ελληνικό Χρηματιστήριο',
    'Московская биржа «Рубин»',
    'صرافی می\u200cخواهم، ۱۲۳',
    'בורסת ירושלים בע״מ',
    'क्षितिज क्\u200dष लिमिटेड',
    'ตลาดสินทรัพย์ดิจิทัลกรุงเทพ',
    '株式会社さくら取引所（東京）',
    '한빛거래소 주식회사',
    '广东数字资产交易所有限公司',
    '臺灣數位資產交易所股份有限公司',
    'e\u0301 decomposed is drawn as one letter',
    '\u2068بورصة\u2069 set apart',
    '',
  ])('%s', (text) => expect(lettersWithoutGlyph(text)).toEqual([]));

  it.each<[string, readonly string[]]>([
    ['Broker \u2fe5', ['\u2fe5']],
    ['Safe 😀 and 😀', ['😀']],
    ['Հայ', ['Հ', 'ա', 'յ']],
    ['ქართული', ['ქ', 'ა', 'რ', 'თ', 'უ', 'ლ', 'ი']],
    // The mark stands in a face of Arabic, the letter in one of Latin: together no face has them.
    ['b\u064b', ['b\u064b']],
  ])('%s lacks some', (text, missing) => expect(lettersWithoutGlyph(text)).toEqual(missing));

  it('are named with their code points, five at most', () => {
    expect(lettersInWords(['\u2fe5'])).toBe('letter “\u2fe5” (U+2FE5)');
    expect(lettersInWords([...'ქართულ'])).toMatch(/^letters “ქ” \(U\+10E5\), .*“უ” \(U\+10E3\) and 1 more$/);
  });

  it('name the field as the form does, wherever it is', () => {
    const content = { terms: { broker: 'Broker \u2fe5' }, answers: { 'cu-quorum': { note: 'Seen 😀' } } };
    expect(
      unprintableTexts(content, (path) => `Field ${path.join('/')}`).map(({ field, message }) => [
        field,
        message,
      ]),
    ).toEqual([
      [
        'terms.broker',
        'Field terms/broker has the letter “\u2fe5” (U+2FE5), for which there is no face to print it in. Write it in other letters.',
      ],
      [
        'answers.cu-quorum.note',
        'Field answers/cu-quorum/note has the letter “😀” (U+1F600), for which there is no face to print it in. Write it in other letters.',
      ],
    ]);
  });
});
