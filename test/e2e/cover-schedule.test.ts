import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstLimitsOf } from '#shared/domain/people.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { checkArchive } from '#test/papers/archive/check-archive.ts';
import { everythingIn } from '#test/papers/everything-in.ts';
import { markedSubmission } from '#test/papers/marked-submission.ts';
import { withFixedChance } from '#test/papers/print-papers.ts';
import { checkPaper } from '#test/papers/ua/check-paper.ts';
import { launchApp } from '#test/support/electron-launch.ts';
import { figuresTold, insurersFigures, tells } from '../support/insurers-figures.ts';
import { answerSaveDialog } from './workbench-driver.ts';

// The schedule of a cover under what the papers of a quote are held to: it goes to the broker, and holds nothing else.

const marked = markedSubmission('well-run-exchange');
/** What is written down while a cover is bound, for the file alone. */
const WORDS = ['accepted', 'met', 'bound'].map((when) => `Kept in the file when ${when}`);

/** Binds the marked case in the real application, whose clock stands still, and saves its schedule. */
async function boundSchedule(
  folder: string,
): Promise<{ readonly bytes: Uint8Array; readonly document: QuoteDocument }> {
  mkdirSync(folder);
  const app = await launchApp({ appFolder: withFixedChance(folder) });
  try {
    await app.page.getByRole('heading', { name: 'Assessments', level: 1 }).waitFor();
    const path = join(folder, 'schedule.pdf');
    await answerSaveDialog(app, path);
    const document = await app.page.evaluate(
      async ({ text, limits, words }) => {
        const { assessments, deal, people, quotes } = window.ballast;
        const done = <T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
          if (!result.ok) throw new Error(JSON.stringify(result));
          return result.value;
        };
        const entry = { name: 'Hope Reed', initials: 'HR', role: 'head', email: null, limits } as const;
        done(await people.addProfile({ entry: entry as never, passphrase: null, isMe: true }));
        const imported = done(await assessments.importText({ fileName: 'marked.json', text }));
        const { id } = imported.summary;
        const issue = { assessmentId: id, version: imported.version, paper: 'a4' } as const;
        const quote = done(await quotes.issue(issue)).quotes[0]!;
        const acceptance = {
          by: 'The broker',
          on: '2026-11-25',
          how: 'by e-mail',
          option: 'A',
          signedLinePercent: 30,
        };
        const [accepted = '', met = '', bound = ''] = words;
        const stands = done(
          await deal.accept({ id: quote.id, acceptance: acceptance as never, words: accepted }),
        );
        for (const { key } of stands.deal.subjectivities)
          done(await deal.moveSubjectivity({ id: quote.id, subjectivity: key, to: 'met', words: met }));
        done(await deal.bind({ id: quote.id, words: bound }));
        const kept = done(await deal.makePaper({ id, paper: 'a4', order: { kind: 'cover-schedule' } }));
        done(await deal.savePaper({ id, sequence: kept.sequence }));
        return done(await quotes.document({ id: quote.id }));
      },
      { text: marked.text, limits: firstLimitsOf('head') as never, words: WORDS },
    );
    return { bytes: readFileSync(path), document: document as QuoteDocument };
  } finally {
    await app.close();
  }
}

describe('the cover schedule', () => {
  let folder: string;
  let made: Awaited<ReturnType<typeof boundSchedule>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ballast-schedule-'));
    made = await boundSchedule(join(folder, 'once'));
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is of the case that is marked, and keeps every rule of PDF/UA and of PDF/A', async () => {
    expect(made.document.status).toBe('quote');
    expect(await everythingIn(made.bytes)).toContain('Calder Sound Markets Limited');
    expect([...(await checkPaper(made.bytes)), ...(await checkArchive(made.bytes))]).toEqual([]);
  });

  it('holds no word that was written for the file, at the quote or since', async () => {
    const held = await everythingIn(made.bytes);
    expect([...marked.marks, ...WORDS].filter((mark) => held.includes(mark))).toEqual([]);
  });

  it('holds no figure of the insurer’s working', async () => {
    const held = await everythingIn(made.bytes);
    expect(insurersFigures(made.document).filter(tells).length).toBeGreaterThan(100);
    const allowed = JSON.parse(marked.text).terms;
    expect(figuresTold(held, { document: made.document, allowed })).toEqual([]);
  });

  it('is the same bytes for the same cover under the same clock', async () => {
    const again = await boundSchedule(join(folder, 'again'));
    expect(Buffer.from(again.bytes).equals(made.bytes)).toBe(true);
  }, 300_000);
});
