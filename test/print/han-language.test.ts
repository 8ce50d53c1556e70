import { expect, it } from 'vitest';
import { isolated } from '#shared/domain/isolated.ts';
import { hanLanguage } from '../../renderer/print/han-language.ts';

it.each<[string, string | null]>([
  ['株式会社さくら取引所', 'jp'],
  ['トヨタ自動車', 'jp'],
  ['韓國 거래소', 'kr'],
  ['广东数字资产交易所', 'sc'],
  ['臺灣數位資產交易所', 'tc'],
  ['香港數碼資產有限公司', 'tc'],
  // Nothing tells these apart, so that they are drawn as most are.
  ['大和', 'sc'],
  ['Harbour Exchange', null],
])('%s is drawn as %s', (text, language) => expect(hanLanguage(text)).toBe(language));

it('sets a name from right to left apart, and leaves every other alone', () => {
  expect(isolated('بورصة 12')).toBe('\u2068بورصة 12\u2069');
  expect(isolated('בורסה')).toBe('\u2068בורסה\u2069');
  expect(isolated('取引所 Łódź')).toBe('取引所 Łódź');
});
