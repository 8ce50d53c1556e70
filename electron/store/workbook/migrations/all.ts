import { workbookStep } from './010-workbook.ts';
import { auditStep } from './020-audit.ts';
import { assessmentsStep } from './030-assessments.ts';
import { contentStep } from './040-content.ts';
import { termsStep } from './050-terms.ts';
import { quotesStep } from './060-quotes.ts';
import { wordingsStep } from './070-wordings.ts';
import { wholeRecordsStep } from './071-whole-records.ts';
import { removalsStep } from './072-removals.ts';
import { ownIncidentsStep } from './073-own-incidents.ts';
import { unknownFiguresStep } from './080-unknown-figures.ts';
import { linksStep } from './090-links.ts';
import { dealContentStep } from './095-deal-content.ts';
import { peopleStep } from './100-people.ts';
import { dealStep } from './110-deal.ts';
import { attachmentsStep } from './120-attachments.ts';
import { papersStep } from './130-papers.ts';
import { casePapersStep } from './140-case-papers.ts';
import type { Migration } from './migration.ts';

/** Every step in order. */
export const MIGRATIONS: readonly Migration[] = [
  workbookStep,
  auditStep,
  assessmentsStep,
  contentStep,
  termsStep,
  quotesStep,
  wordingsStep,
  wholeRecordsStep,
  removalsStep,
  ownIncidentsStep,
  unknownFiguresStep,
  linksStep,
  dealContentStep,
  peopleStep,
  dealStep,
  attachmentsStep,
  papersStep,
  casePapersStep,
];

/** The schema version that this build reads and writes. */
export const CURRENT_VERSION = MIGRATIONS.at(-1)?.version ?? 0;
