import { latePart } from '../../components/late-part.tsx';
import { repriceCommand } from '../../editor/commands/workbook-commands.ts';
import type { Page } from '../../editor/page.ts';

export const repricePage: Page<'reprice'> = {
  id: 'reprice',
  command: repriceCommand,
  Page: latePart(async () => (await import('./reprice-page.tsx')).RepricePage),
  isLeftWithWorkbook: true,
};
