import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { currentSample } from '../../scripts/samples/current-sample.ts';

const read = (file: string) => ({ fileName: file, text: readFileSync(currentSample(file), 'utf8') });

/** Makes a book through the bridge: every sample, copies of the first of them, and quotes of some. */
export async function makeBook(
  page: Page,
  { copies, quotes }: { readonly copies: number; readonly quotes: number },
): Promise<void> {
  const files = [
    'well-run-exchange.json',
    'lending-protocol.json',
    'bridge-with-past-loss.json',
    'weak-exchange.json',
    'declined-yield-vault.json',
  ].map(read);
  const problem = await page.evaluate(
    async (given) => {
      const { assessments, quotes: issuing } = window.ballast;
      const ids: string[] = [];
      for (const file of given.files) {
        const made = await assessments.importText(file);
        if (!made.ok) return made.failure.message;
        ids.push(made.value.summary.id);
      }
      for (let count = 0; count < given.copies; count += 1) {
        const made = await assessments.duplicate({ id: ids[count % 3] ?? '' });
        if (!made.ok) return made.failure.message;
        if (count >= given.quotes) continue;
        const { version, content, summary } = made.value;
        const subject = { ...content.subject, name: `${content.subject.name} ${count + 1}` };
        const terms = { ...content.terms, periodDays: 300 + 10 * count };
        const named = await assessments.save({
          id: summary.id,
          version,
          content: { ...content, subject, terms },
        });
        if (!named.ok) return named.failure.message;
        const issued = await issuing.issue({
          assessmentId: summary.id,
          version: named.value.version,
          paper: 'a4',
        });
        if (!issued.ok) return issued.failure.message;
      }
      return null;
    },
    { files, copies, quotes },
  );
  if (problem !== null) throw new Error(problem);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** More drafts of the book's first case: they take a while to re-price. */
export async function addCopies(page: Page, count: number): Promise<void> {
  const made = await page.evaluate(async (wanted) => {
    const entries = await window.ballast.book.list();
    const id = entries.ok ? (entries.value.find(({ issued }) => issued !== null)?.id ?? '') : '';
    for (let each = 0; each < wanted; each += 1) {
      const copy = await window.ballast.assessments.duplicate({ id });
      if (!copy.ok) return copy.failure.message;
    }
    return null;
  }, count);
  if (made !== null) throw new Error(made);
}

/** A draft that has no part of cover yet. */
export async function addUnpriceable(page: Page): Promise<void> {
  const made = await page.evaluate(async () => {
    const entries = await window.ballast.book.list();
    const found = await window.ballast.book.contents({
      ids: [entries.ok ? (entries.value[0]?.id ?? '') : ''],
    });
    const [first] = found.ok ? found.value : [];
    if (first?.kind !== 'content') return 'there is no content to start from';
    const { content } = first;
    const created = await window.ballast.assessments.create({
      content: { ...content, terms: { ...content.terms, parts: [] } },
    });
    return created.ok ? null : created.failure.message;
  });
  if (made !== null) throw new Error(made);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}
