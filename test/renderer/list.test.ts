import { describe, expect, it } from 'vitest';
import { rowAfter } from '#renderer/components/use-row-focus.ts';
import { filterAssessments, filterFrom, noFilter } from '#renderer/features/intake/list/list-filter.ts';
import { sameNamed } from '#renderer/features/intake/new/same-name.ts';
import { assessmentRow as row } from './assessment-row.ts';

const label = (type: string) => (type === 'cex' ? 'Centralised exchange (spot)' : type);

describe('filtering the list', () => {
  const rows = [
    row({ subjectName: 'Kaffée Finance', subjectType: 'lending', grade: null }),
    row({}),
    row({ subjectName: 'Old Harbour', isLatestRevision: false, state: 'finalised' }),
  ];
  const names = (change: Partial<typeof noFilter>) =>
    filterAssessments(rows, { ...noFilter, ...change }, label).map(({ subjectName }) => subjectName);

  it('shows latest revisions until earlier ones are asked for', () => {
    expect(names({})).toEqual(['Kaffée Finance', 'Harbour Exchange']);
    expect(names({ withEarlierRevisions: true })).toHaveLength(3);
  });
  it('finds every word in name or type, without accents or case', () => {
    expect(names({ text: 'kaffee' })).toEqual(['Kaffée Finance']);
    expect(names({ text: 'harbour centralised' })).toEqual(['Harbour Exchange']);
    expect(names({ text: 'harbour bridge' })).toEqual([]);
  });
  it('by grade, "no grade" included, by type and by state', () => {
    expect(names({ grade: 'none' })).toEqual(['Kaffée Finance']);
    expect(names({ type: 'cex' })).toEqual(['Harbour Exchange']);
    expect(names({ state: 'finalised', withEarlierRevisions: true })).toEqual(['Old Harbour']);
    expect(names({ state: 'quoted' })).toEqual([]);
  });
  it('a remembered filter that makes no sense is no filter', () => {
    expect(filterFrom({ text: 3, state: 'nope', grade: 'ZZ' })).toEqual(noFilter);
  });
});

describe('keys in the list', () => {
  it('stop at both ends', () => {
    expect(rowAfter('ArrowDown', 4, 5)).toBe(4);
    expect(rowAfter('ArrowUp', 0, 5)).toBe(0);
    expect(rowAfter('PageDown', 0, 5)).toBe(4);
    expect(rowAfter('End', 0, 5)).toBe(4);
    expect(rowAfter('x', 0, 5)).toBeNull();
  });
});

describe('an earlier record of the same name', () => {
  const rows = [
    row({ subjectName: 'Harbour Exchange Ltd' }),
    row({ subjectName: 'Northwind' }),
    row({ subjectName: 'Harbour', isInBin: true }),
  ];
  it('is found whatever the legal form, case and accents', () => {
    expect(sameNamed('HARBOUR exchange', rows).map(({ subjectName }) => subjectName)).toEqual([
      'Harbour Exchange Ltd',
    ]);
    expect(sameNamed('Harb', rows)).toEqual([]);
    expect(sameNamed('Nörthwind', rows)).toHaveLength(1);
  });
});
