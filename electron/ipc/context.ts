import type { z } from 'zod';
import type { Handlers } from '#shared/contract/client.ts';
import type { Contract } from '#shared/contract/contract.ts';
import type { MenuItem } from '#shared/contract/native-menu.ts';
import type { Settings } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import type { Dialogs } from '../app/dialogs.ts';
import type { FlushBroker } from '../app/flush-broker.ts';
import type { WorkbookSession } from '../app/workbook-session.ts';
import type { PrintJobs } from '../documents/print-jobs.ts';
import type { QuotePrinter } from '../documents/quote-pdf.ts';
import type { JsonFile } from '../host/json-file.ts';
import type { LoadedModel } from '../underwriting/loaded-model.ts';

export type AppInfo = z.input<Contract['app']['info']['output']>;

/** Everything that the handlers reach the world through; none of them imports Electron. */
export interface Context {
  readonly info: AppInfo;
  /** The rating model that ships with the application, or why it cannot be used. */
  readonly model: () => Result<LoadedModel>;
  readonly session: WorkbookSession;
  readonly settings: JsonFile<Settings>;
  /** Puts settings into effect that concern the window's frame. */
  readonly applySettings: (settings: Settings) => void;
  readonly dialogs: Dialogs;
  readonly printer: QuotePrinter;
  readonly printJobs: PrintJobs;
  readonly flushes: FlushBroker;
  /** Has the window write what is pending, before the workbook under it changes. */
  readonly flushWindow: () => Promise<void>;
  readonly showInFolder: (path: string) => void;
  /** Puts the window's commands into the native menu. */
  readonly showMenu: (items: readonly MenuItem[]) => void;
  readonly reportProblem: (where: string, message: string) => string;
  readonly now: () => Date;
}

export type GroupHandlers<G extends keyof Contract> = Handlers<Contract, Context>[G];
