import { describe, expect, it } from 'vitest';
import { PAGES, pageOf } from '#renderer/app/pages.ts';
import { SECTIONS, sectionOf, sectionOfPath, sectionOfPillar } from '#renderer/app/workbench/sections.ts';
import { placeFrom } from '#renderer/editor/state/navigation.ts';
import { bundledModel } from '#test/models/bundled-model.ts';

const pages = PAGES.map(({ id }) => id);
const sections = SECTIONS.map(({ id }) => id);
const read = (value: unknown) => placeFrom(value, pages, sections);

describe('the place that is remembered', () => {
  it('is gone to again', () => {
    expect(read({ kind: 'page', page: 'settings' })).toEqual({ kind: 'page', page: 'settings' });
    const place = { kind: 'assessment', id: '3f0e7a52-1c6d-4b8e-9f21-5d7c0a9b4e11', section: 'terms' };
    expect(read(place)).toEqual(place);
  });

  it.each([null, 'list', { kind: 'page', page: 'moon' }, { kind: 'assessment' }, { kind: 'settings' }])(
    'is the list where it says nothing known: %j',
    (value) => expect(read(value)).toEqual({ kind: 'page', page: 'list' }),
  );

  it('is the first section where that one is not known any more', () => {
    expect(
      read({ kind: 'assessment', id: '3f0e7a52-1c6d-4b8e-9f21-5d7c0a9b4e11', section: 'moon' }),
    ).toMatchObject({ section: 'overview' });
  });
});

describe('a field', () => {
  it.each([
    ['subject.name', 'subject'],
    ['asOf', 'subject'],
    ['exposures.onlinePeakMinor', 'subject'],
    ['answers.cu-quorum.level', 'custody'],
    ['answers.au-firm', 'audits'],
    ['answers.unknown', 'overview'],
    ['incidents.inc-1.lossMinor', 'incidents'],
    ['incidentRegister.evidence', 'incidents'],
    ['declarations.sanctions-nexus', 'declarations'],
    ['terms.parts.crime-online.limitMinor', 'terms'],
    ['', 'overview'],
  ])('%s is in the section %s', (path, section) => {
    expect(sectionOfPath(path, bundledModel)).toBe(section);
  });
});

describe('pages and sections', () => {
  it('have an id each, and one answers for those that are not there', () => {
    expect(new Set(pages).size).toBe(pages.length);
    expect(new Set(sections).size).toBe(sections.length);
    expect(pageOf('moon' as never).id).toBe('list');
    expect(sectionOf('moon' as never).id).toBe('overview');
    expect(sectionOfPillar('incidents')).toBe('incidents');
  });
});
