import { type ReactElement, useState } from 'react';
import { appWords } from '../app.strings.ts';
import './crash-screen.css';

interface CrashScreenProps {
  readonly error: unknown;
  readonly logId: string | null;
}

/** What happened, what it means, what to do. It uses nothing that may have failed itself. */
export function CrashScreen({ error, logId }: CrashScreenProps): ReactElement {
  const [isCopied, setIsCopied] = useState(false);
  const summary = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const report = [`Ballast stopped drawing its window.`, summary, `Log entry: ${logId ?? 'none'}`].join('\n');
  return (
    <main className="crash-screen">
      <h1>{appWords.crashTitle}</h1>
      <p>{appWords.crashMeaning}</p>
      <div className="crash-actions">
        <button type="button" onClick={() => window.location.reload()}>
          {appWords.reloadTheWindow}
        </button>
        <button
          type="button"
          onClick={() => void navigator.clipboard.writeText(report).then(() => setIsCopied(true))}
        >
          {appWords.copyReport}
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
