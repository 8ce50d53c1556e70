import { repriceCommand } from '../../editor/commands/workbook-commands.ts';
import type { Page } from '../../editor/page.ts';
import { RepricePage } from './reprice-page.tsx';

export const repricePage: Page<'reprice'> = {
  id: 'reprice',
  command: repriceCommand,
  Page: RepricePage,
  isLeftWithWorkbook: true,
};
