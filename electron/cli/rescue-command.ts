import { app } from 'electron';
import { failStart } from '../host/fatal.ts';
import type { Launch } from '../host/launch-arguments.ts';
import { openSeenWorkbooks } from '../host/seen-workbooks.ts';
import { rescue } from './rescue.ts';
import { writeOut } from './write-out.ts';

type RescueLaunch = Extract<Launch, { kind: 'restore' | 'salvage' }>;

/** `--restore BACKUP --to FILE` and `--salvage FILE --to FILE`: makes the new file without a window and ends. */
export function runRescueCommand({ kind, from, to }: RescueLaunch): void {
  app.dock?.hide();
  app
    .whenReady()
    .then(async () => {
      const { exitCode, lines, message } = await rescue({
        kind,
        from,
        to,
        appVersion: app.getVersion(),
        seen: openSeenWorkbooks(app.getPath('userData')),
        // The person who restores is not asked for a name.
        stamp: { actor: '', now: new Date() },
      });
      if (lines.length > 0) await writeOut(process.stdout, lines.join('\n'));
      if (message !== null) await writeOut(process.stderr, message);
      app.exit(exitCode);
    })
    .catch(failStart);
}
