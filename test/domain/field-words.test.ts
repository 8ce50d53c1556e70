import { describe, expect, it } from 'vitest';
import { fieldWords } from '#shared/domain/field-words.ts';
import { bundledModel as model } from '#test/models/bundled-model.ts';

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
    [['terms', 'scheduleReason'], 'The reason of the schedule adjustment'],
    [['terms', 'cyberClause'], `The answer to “${model.wording.cyberClauses.question}”`],
    [['terms', 'signingWording'], `The answer to “${model.wording.signingWordings.question}”`],
    [['declarations', model.declarations[0]!.id], `The answer to “${model.declarations[0]!.question}”`],
  ])('%j', (path, words) => expect(fieldWords(path, model)).toBe(words));
});
