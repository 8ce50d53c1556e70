import { ask } from '../../bridge.ts';
import { sayProblem } from '../../editor/state/messages.ts';

const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);

/** Writes a fault of the programme to the log and gives the entry's id, or null when even that failed. */
export async function reportUnexpected(where: string, error: unknown): Promise<string | null> {
  try {
    const { logId } = await ask((client) =>
      client.app.reportProblem({ where: where.slice(0, 200), message: describe(error).slice(0, 4000) }),
    );
    return logId;
  } catch {
    return null;
  }
}

/** Faults outside React: written to the log, and said. */
export function watchForUnexpected(): void {
  const report = (where: string, error: unknown) => {
    void reportUnexpected(where, error).then((logId) =>
      sayProblem(
        `Something went wrong in this window. Your work is saved as you type. ${logId === null ? '' : `Log entry ${logId}.`}`.trim(),
      ),
    );
  };
  window.addEventListener('error', ({ error, message }) => {
    // The browser's own notice that a measurement came a frame late; nothing failed.
    if (!message.startsWith('ResizeObserver loop')) report('window', error ?? message);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => report('promise', reason));
}
