import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';

const samples = resolve(import.meta.dirname, '../../resources/samples');
const read = (file: string) => ({ fileName: file, text: readFileSync(resolve(samples, file), 'utf8') });

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
