import '../print.css';
import '../first-page.css';
import './quotation.css';
import type { ReactElement } from 'react';
import type { Quotation } from '#shared/quote/quotation.ts';
import { RunningHead } from '../running-head.tsx';
import { Sheet } from '../sheet.tsx';
import { Watermark } from '../watermark.tsx';
import { Causes, CoverWords, Exclusions, Schedule, Subjectivities } from './cover-words.tsx';
import { Conditions, InformationReliedOn, MarketTerms, Security } from './market-terms.tsx';
import { Options } from './options.tsx';
import { RiskDetails } from './risk-details.tsx';

interface QuotationPagesProps {
  readonly quotation: Quotation;
  readonly paper: 'a4' | 'letter';
}

/** The paper that goes to the broker, in the order of a market reform contract's headings. */
export function QuotationPages({ quotation, paper }: QuotationPagesProps): ReactElement {
  return (
    <main className="document quotation" data-paper={paper} data-status={quotation.status}>
      <Watermark document={quotation} className="page-mark" />
      <RunningHead insured={quotation.insured.name} />
      <Sheet id="risk-details" section="Risk details" document={quotation}>
        <RiskDetails quotation={quotation} paper={paper} />
      </Sheet>
      <Sheet id="terms" title="Interest and conditions" document={quotation}>
        {quotation.options.length === 0 ? null : (
          <>
            <h2>Options</h2>
            <Options quotation={quotation} />
          </>
        )}
        <h2>Interest</h2>
        <CoverWords quotation={quotation} />
        <h2>Conditions</h2>
        <Conditions quotation={quotation} />
        <h2 id="subjectivities">Subjectivities</h2>
        <Subjectivities quotation={quotation} />
        <h2>Causes of loss and what is paid</h2>
        <Causes quotation={quotation} />
        <h2>Exclusions</h2>
        <Exclusions quotation={quotation} />
        <h2>Schedule of covered assets</h2>
        <Schedule quotation={quotation} />
        <h2>Market terms</h2>
        <MarketTerms quotation={quotation} />
        <h2>Security</h2>
        <Security quotation={quotation} />
        <h2>Information relied on</h2>
        <InformationReliedOn quotation={quotation} />
      </Sheet>
    </main>
  );
}
