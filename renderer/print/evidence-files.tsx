import type { ReactElement } from 'react';
import { fileSizeWords } from '#shared/domain/attachments.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { PrintTable } from './print-table.tsx';

/** What the files are evidence of, in the words of the document. */
function aboutWords({ content, score }: QuoteDocument, about: string, id: string): string {
  if (about === 'incident') {
    const incident = content.incidents.find((one) => one.id === id);
    return `Incident: ${incident?.title ?? incident?.date ?? id}`;
  }
  if (about === 'subjectivity') return 'A subjectivity';
  const factors = Object.values(score.pillars).flatMap(({ factors: all }) => all);
  return factors.find(({ factorId }) => factorId === id)?.label ?? id;
}

/** The files that are kept with the assessment as evidence, each by the fingerprint of its bytes. */
export function EvidenceFiles({ document }: { readonly document: QuoteDocument }): ReactElement | null {
  const { files = [] } = document.content;
  if (files.length === 0) return null;
  return (
    <>
      <h2>Files on record</h2>
      <PrintTable
        label="Files kept as evidence"
        columns={[
          { label: 'Evidence of', width: 28 },
          { label: 'File', width: 24 },
          { label: 'Size', kind: 'figure', width: 10 },
          { label: 'SHA-256' },
        ]}
        rows={files.map(({ about, id, name, size, sha256 }, index) => ({
          key: `${index} ${sha256}`,
          cells: [
            aboutWords(document, about, id),
            name,
            fileSizeWords(size),
            <span key="hash" className="hash">
              {sha256}
            </span>,
          ],
        }))}
      />
    </>
  );
}
