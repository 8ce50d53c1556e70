import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '../styles/letters.css';
import '../styles/tokens.css';
import '../styles/base.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { firstAnswers } from '../editor/queries.ts';
import { restorePlace } from '../editor/state/navigation.ts';
import { App } from './app.tsx';
import { ErrorBoundary } from './crash/error-boundary.tsx';
import { reportUnexpected, watchForUnexpected } from './crash/report.ts';
import { PAGES } from './pages.ts';
import { showRememberedTheme } from './theme.ts';
import { SECTIONS } from './workbench/sections.ts';

// The content policy forbids compiling code from text; without this each schema would try it once.
z.config({ jitless: true });
showRememberedTheme();
restorePlace(
  PAGES.map(({ id }) => id),
  SECTIONS.map(({ id }) => id),
);
watchForUnexpected();

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no place for the window');
const root = createRoot(element, {
  onRecoverableError: (error) => void reportUnexpected('window (recovered)', error),
});
void firstAnswers().then(() =>
  root.render(
    <ErrorBoundary>
      <App />
    </ErrorBoundary>,
  ),
);
