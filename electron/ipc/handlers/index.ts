import type { Handlers } from '#shared/contract/client.ts';
import type { Contract } from '#shared/contract/contract.ts';
import type { Context } from '../context.ts';
import { appHandlers } from './app.ts';
import { assessmentHandlers } from './assessments.ts';
import { bookHandlers } from './book.ts';
import { dealHandlers } from './deal.ts';
import { fileHandlers } from './files.ts';
import { libraryHandlers } from './library.ts';
import { modelHandlers } from './model.ts';
import { paperHandlers } from './papers.ts';
import { peopleHandlers } from './people.ts';
import { printHandlers } from './print.ts';
import { quoteHandlers } from './quotes.ts';
import { reportHandlers } from './reports.ts';
import { settingsHandlers } from './settings.ts';
import { tableHandlers } from './tables.ts';
import { workbookHandlers } from './workbook.ts';

export const handlers: Handlers<Contract, Context> = {
  app: appHandlers,
  files: fileHandlers,
  settings: settingsHandlers,
  model: modelHandlers,
  workbook: workbookHandlers,
  assessments: assessmentHandlers,
  deal: dealHandlers,
  quotes: quoteHandlers,
  papers: paperHandlers,
  book: bookHandlers,
  library: libraryHandlers,
  people: peopleHandlers,
  tables: tableHandlers,
  reports: reportHandlers,
  print: printHandlers,
};
