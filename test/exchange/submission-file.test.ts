import { randomUUID } from 'node:crypto';
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readSubmissionText,
  submissionFileName,
  submissionText,
} from '#electron/exchange/submission-file.ts';
import { writeFileDurably } from '#electron/host/write-file.ts';
import { createAssessment } from '#electron/store/assessments/make-draft.ts';
import { getAssessment } from '#electron/store/assessments/read-assessments.ts';
import { submissionSchema } from '#shared/domain/assessment-content.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import { anyContent } from '../store/support/content-arbitrary.ts';
import { typicalContent } from '../store/support/contents.ts';
import { BY, FIGURES, keepModel, MODEL } from '../store/support/records.ts';
import { failureOf, newWorkbook, temporaryFolder, valueIn } from '../store/support/workbooks.ts';
import { assessmentId, caseId, day, subjectId } from '../support/branded.ts';

const parsed = (text: string) => {
  const { format: _format, $schema: _schema, ...content } = submissionSchema.parse(JSON.parse(text));
  return content;
};

describe('a submission file', () => {
  it('begins with its schema and format and reads back as the same content', () => {
    const content = typicalContent();
    const text = submissionText(content);
    expect(text.split('\n').slice(0, 3)).toEqual([
      '{',
      '  "$schema": "./submission.schema.json",',
      '  "format": "ballast-submission/1",',
    ]);
    expect(parsed(text)).toEqual(content);
  });

  it('loses nothing on the way workbook, file, workbook, whatever the content', () => {
    const { db } = newWorkbook();
    keepModel(db);
    const path = join(temporaryFolder(), 'submission.json');
    fc.assert(
      fc.property(anyContent, (content) => {
        const stored = (value: typeof content) => {
          const id = assessmentId(randomUUID());
          const ids = { id, caseId: caseId(randomUUID()), subjectId: subjectId(randomUUID()) };
          valueIn(createAssessment(db, { ...BY, ...ids, content: value, figures: FIGURES, model: MODEL }));
          return valueIn(getAssessment(db, id)).content;
        };
        const first = stored(content);
        valueIn(writeFileDurably(path, submissionText(first)));
        const second = parsed(valueIn(readSubmissionText(path)));
        expect(second).toEqual(first);
        expect(stored(second)).toEqual(wellFormed(content));
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['Northwind Exchange', 1, 'northwind-exchange-2026-07-01.json'],
    ['  Crédit & Söhne / “Bridge” ', 3, 'credit-sohne-bridge-2026-07-01-r3.json'],
    ['../../etc/passwd', 1, 'etc-passwd-2026-07-01.json'],
    ['東京取引所', 1, '東京取引所-2026-07-01.json'],
    ['///', 1, 'submission-2026-07-01.json'],
    ['CON', 1, 'con-2026-07-01.json'],
  ])('of %s is named after it', (subjectName, revision, name) => {
    expect(submissionFileName({ subjectName, asOf: day('2026-07-01'), revision })).toBe(name);
  });
});

describe('reading a submission file', () => {
  const file = (bytes: string | Uint8Array): string => {
    const path = join(temporaryFolder(), 'in.json');
    writeFileSync(path, bytes);
    return path;
  };

  it('drops a byte order mark and keeps every other character', () => {
    expect(valueIn(readSubmissionText(file('\ufeff{"ü":"€ 😀"}')))).toBe('{"ü":"€ 😀"}');
    expect(valueIn(readSubmissionText(file('')))).toBe('');
  });

  it.each([
    ['Latin-1', Buffer.from('{"name":"Cr\xe9dit"}', 'latin1')],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le')],
    ['a cut character', Buffer.from('é').subarray(0, 1)],
  ])('refuses %s in one sentence', (_what, bytes) => {
    expect(failureOf(readSubmissionText(file(bytes))).message).toBe(
      '“in.json” is not UTF-8 text. Save it as UTF-8 and try again.',
    );
  });

  it.each([
    [100, 'The submission is 100.0 MB; at most 10 MB is read.'],
    // Far more than could be read into memory, so this passes only where nothing is read.
    [200_000, 'The submission is 200,000.0 MB; at most 10 MB is read.'],
  ])('of %i MB says its size without reading it', (megabytes, message) => {
    const path = join(temporaryFolder(), 'huge.json');
    const handle = openSync(path, 'w');
    ftruncateSync(handle, megabytes * 1024 * 1024);
    closeSync(handle);
    expect(failureOf(readSubmissionText(path))).toEqual({ code: 'too-large', message });
  });

  it('takes one of exactly 10 MB', () => {
    const path = file(Buffer.alloc(10 * 1024 * 1024, ' '));
    expect(valueIn(readSubmissionText(path))).toHaveLength(10 * 1024 * 1024);
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from(' ')]));
    expect(failureOf(readSubmissionText(path)).code).toBe('too-large');
  });

  it('says when there is no file, or a folder', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'sub.json'));
    expect(failureOf(readSubmissionText(join(folder, 'none.json')))).toMatchObject({ code: 'not-found' });
    expect(failureOf(readSubmissionText(join(folder, 'sub.json'))).message).toContain('is not a file');
    expect(failureOf(readSubmissionText('/dev/zero')).message).toContain('is not a file');
  });
});
