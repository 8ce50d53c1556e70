import { describe, expect, it } from 'vitest';
import { fieldWords } from '#shared/domain/field-words.ts';
import { bundledModel as model } from '#test/models/bundled-model.ts';
import { SUBMISSION_FIELDS } from '../support/submission-fields.ts';

describe('a field in the words of the form', () => {
  it.each<[readonly PropertyKey[], string]>([
    [['asOf'], 'The assessment date'],
    [['subject', 'liveSince'], 'The date live since'],
    [['exposures', 'note'], 'The note of the exposures'],
    [['incidentRegister', 'seenOn'], 'The “Seen on” date of the incident register'],
    [['incidents', 1, 'date'], 'The date of incident no. 2'],
    [['terms', 'parts', 0, 'limitMinor'], 'The limit of coverage part no. 1'],
    [['terms', 'parts', 2, 'enteredRate', 'reason'], 'The reason for the rate of coverage part no. 3'],
    [['terms', 'taxes', 0, 'label'], 'The name of tax or levy no. 1'],
    [['terms', 'broker'], 'The broker'],
    [['answers', 'cu-quorum', 'level'], 'The answer to “Authorisation quorum”'],
    [['answers', 'cu-quorum'], 'The answer to “Authorisation quorum”'],
    [['answers', 'cu-gone'], 'The answer to “cu-gone”'],
    [
      ['answers', 'au-age', 'isUnchangedSinceReview'],
      `The tick box “${model.wording.freshness.label}” of “au-age”`,
    ],
    [['answers', 'cu-quorum', 'reason'], 'The reason why “Authorisation quorum” does not apply'],
    [['terms', 'line', 'conditions'], 'The conditions of our line'],
    [['terms', 'line', 'writtenPercent'], 'Our written line'],
    [['terms', 'parts', 0, 'part'], 'Coverage part no. 1'],
    [['terms', 'subjectivityTerms', 'own-9', 'from'], 'Who has to give subjectivity in your own words no. 9'],
    [['judgement', 'grade', 'grade'], 'The grade set by judgement'],
    [
      ['judgement', 'answers', 'cu-quorum', 'reason'],
      'The reason of the judgement of “Authorisation quorum”',
    ],
    [['files', 1, 'about'], 'What kind of thing file no. 2 is evidence of'],
    [['options', 1, 'terms', 'parts', 0, 'limitMinor'], 'The limit of coverage part no. 1 of option no. 2'],
    [['schedule', 4, 'address'], 'The address of line no. 5 of the schedule'],
    ['terms.parts.0.limitMinor'.split('.'), 'The limit of coverage part no. 1'],
    [['terms', 'scheduleReason'], 'The reason of the schedule adjustment'],
    [['terms', 'cyberClause'], `The answer to “${model.wording.cyberClauses.question}”`],
    [['terms', 'signingWording'], `The answer to “${model.wording.signingWordings.question}”`],
    [['declarations', model.declarations[0]!.id], `The answer to “${model.declarations[0]!.question}”`],
  ])('%j', (path, words) => expect(fieldWords(path, model)).toBe(words));
});

describe('every field that the schema of a submission has', () => {
  const names = SUBMISSION_FIELDS.map(({ path }) => [path.join('.'), fieldWords(path, model)] as const);
  /** What the form or the file quotes is its own; a word of four letters or more says a thing. */
  const wordsOf = (name: string) => name.replaceAll(/“[^”]*”/g, '').match(/[\p{L}-]{4,}/gu) ?? [];

  it.each(names)('%s has a name that says nothing twice', (_, name) => {
    const words = wordsOf(name.toLowerCase());
    expect([...new Set(words)]).toEqual(words);
    expect(name).not.toMatch(/\b(\p{L}+) \1\b/u);
  });

  it.each(names)('%s has a name of the form, and none of the schema', (_, name) => {
    expect(name).toMatch(/^[A-Z]/);
    expect(name).not.toMatch(/The field|[a-z][A-Z]|_|Minor|undefined|\{/);
  });
});
