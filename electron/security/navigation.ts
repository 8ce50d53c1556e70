import { app, type WebContents } from 'electron';
import { isAppUrl } from './app-origin.ts';
import { refuse } from './refusals.ts';

/**
 * Pages stay where the application put them: no navigation, redirect, new window or webview, whoever asks. The window
 * changes its screens without navigating; frames are limited to the application's own pages by the content policy.
 */
export function lockNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents);
  });
}

function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    refuse('new-window', url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    event.preventDefault();
    refuse('navigation', event.url);
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
    refuse('redirect', event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    // The preview frame shows the application's own print page; every other frame navigation is refused.
    if (event.isMainFrame || isAppUrl(event.url) || event.url === 'about:blank') return;
    event.preventDefault();
    refuse('frame-navigation', event.url);
  });
  contents.on('will-attach-webview', (event, _preferences, parameters) => {
    event.preventDefault();
    refuse('webview', parameters.src ?? '');
  });
}
