import { expect, it } from 'vitest';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import {
  makeQuotingPlace,
  orphansAmong,
  papersIn,
  quoteUntilKilled,
  wrongAtTheEnd,
} from '../soak/killed-quotes.ts';
import { later, reopened, temporaryFolder } from './support/workbooks.ts';

const DELAYS_MS = [400, 0, 4, 15, 60];

it('a killed run leaves no paper that no workbook knows, and --papers writes those that are missing', async () => {
  const place = makeQuotingPlace(temporaryFolder());
  for (const delay of DELAYS_MS) {
    await quoteUntilKilled(place, delay);
    const workbook = reopened(place.workbook, later(60));
    expect(orphansAmong(place.out, workbook.db)).toEqual([]);
    closeWorkbook(workbook);
  }
  expect(await wrongAtTheEnd(place)).toEqual([]);
  expect(papersIn(place.out).length).toBeGreaterThan(0);
}, 240_000);
