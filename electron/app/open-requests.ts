import { app } from 'electron';

interface OpenRequests {
  /** Sends requests to `open` from now on, and returns one that came earlier. */
  readonly takeOver: (open: (path: string) => void) => string | null;
}

/** Workbooks that macOS asks to be opened, which may happen before the application is ready for it. */
export function collectOpenRequests(): OpenRequests {
  let early: string | null = null;
  let openNow: ((path: string) => void) | null = null;
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (openNow === null) early = path;
    else openNow(path);
  });
  return {
    takeOver: (open) => {
      openNow = open;
      return early;
    },
  };
}
