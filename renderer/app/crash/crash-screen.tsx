import { type ReactElement, useState } from 'react';
import './crash-screen.css';

interface CrashScreenProps {
  readonly error: unknown;
  readonly logId: string | null;
}

/** What happened, what it means, what to do. It uses nothing that may have failed itself. */
export function CrashScreen({ error, logId }: CrashScreenProps): ReactElement {
  const [isCopied, setIsCopied] = useState(false);
  const summary = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const report = [`Ballast could not display its window.`, summary, `Log entry: ${logId ?? 'none'}`].join(
    '\n',
  );
  return (
    <main className="crash-screen">
      <h1>This window could not be displayed</h1>
      <p>
        Part of the window failed. Your work is in the workbook: every change is saved within a second, and
        anything still waiting was saved now. Reload the window to go on.
      </p>
      <div className="crash-actions">
        <button type="button" onClick={() => window.location.reload()}>
          Reload the window
        </button>
        <button
          type="button"
          onClick={() => void navigator.clipboard.writeText(report).then(() => setIsCopied(true))}
        >
          Copy report
        </button>
      </div>
      <p className="crash-detail" role="status">
        {isCopied ? 'Copied. ' : ''}
        {summary}
        {logId !== null && ` (log entry ${logId})`}
      </p>
    </main>
  );
}
