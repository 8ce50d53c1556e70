import type { ReactElement } from 'react';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import type { QuoteWording } from '#shared/quote/quote-wording.ts';
import { ExclusionsByParts } from './exclusions-by-parts.tsx';
import { type QuotedParts, quotedParts } from './part-numbers.ts';

interface CoveredBesideNotProps {
  readonly document: QuoteDocument;
  /** Shares the width by the length of the texts, so that neither column runs on alone. */
  readonly isBalanced: boolean;
}

const WIDEST = 0.62;

/** Width of the left column as a share: in proportion to what it has to hold, within reason. */
function coveredShare({ parts, exclusions }: QuoteWording): number {
  const covered = parts.reduce((sum, part) => sum + 1.1 * part.label.length + part.insures.length + 40, 0);
  const notCovered = exclusions.reduce((sum, { label }) => sum + label.length + 2, 200);
  return Math.min(WIDEST, Math.max(1 - WIDEST, covered / (covered + notCovered)));
}

/** What is insured, and as large beside it what is not. */
export function CoveredBesideNot({ document, isBalanced }: CoveredBesideNotProps): ReactElement {
  const parts = quotedParts(document);
  const verb = document.status === 'not-quotable' ? 'would be' : 'is';
  const share = coveredShare(document.wording);
  const columns = isBalanced ? { gridTemplateColumns: `${share}fr ${1 - share}fr` } : {};
  return (
    <div className="columns beside" style={columns}>
      <section>
        <h2>{`What ${verb} covered`}</h2>
        {document.wording.parts.length === 0 ? (
          <p className="missing">Nothing: no coverage part has been entered.</p>
        ) : null}
        <ul>
          {document.wording.parts
            .toSorted((a, b) => parts.number(a.part) - parts.number(b.part))
            .map((part) => (
              <li key={part.part}>
                <strong>{parts.title(part.part)}:</strong> {part.insures}.
              </li>
            ))}
        </ul>
      </section>
      <section>
        <h2>{`What ${verb} not covered`.replace('would be not', 'would not be')}</h2>
        <NotCovered exclusions={document.wording.exclusions} parts={parts} />
      </section>
    </div>
  );
}

interface NotCoveredProps {
  readonly exclusions: QuoteWording['exclusions'];
  readonly parts: QuotedParts;
}

const sentence = (items: readonly string[]): string => `${items.join('; ')}.`;

function NotCovered({ exclusions, parts }: NotCoveredProps): ReactElement {
  const standing = exclusions.filter((exclusion) => exclusion.boughtBack === null);
  const boughtBack = exclusions.filter((exclusion) => exclusion.boughtBack !== null);
  return (
    <ul>
      <li>Losses above the limits, within the retentions, or at assets that are not scheduled.</li>
      {standing.length === 0 ? <li className="missing">No exclusion stands on the quoted parts.</li> : null}
      <ExclusionsByParts exclusions={standing} parts={parts} />
      {boughtBack.length === 0 ? null : (
        <li>
          <strong>Bought back: </strong>
          {sentence(boughtBack.map((exclusion) => exclusion.label))}
        </li>
      )}
    </ul>
  );
}
