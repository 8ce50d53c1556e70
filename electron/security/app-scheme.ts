import { readFileSync } from 'node:fs';
import { protocol, type Session } from 'electron';
import { APP_SCHEME, isAppUrl } from './app-origin.ts';
import { securityHeaders } from './content-policy.ts';
import { PAGE, staticFileFor } from './static-files.ts';

/** Makes `app://` a standard, secure origin. Must run before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

interface Serving {
  /** Told of each page that is asked for. */
  readonly onPage?: () => void;
}

/** Serves the built pages below `root` at `app://ballast/`, each with the content policy as a response header. */
export function serveApp(session: Session, root: string, { onPage = () => undefined }: Serving = {}): void {
  session.protocol.handle(APP_SCHEME, (request) => {
    if (request.method !== 'GET' || !isAppUrl(request.url)) return refusal(403, 'Refused');
    const file = staticFileFor(root, request.url);
    if (file === null) return refusal(404, 'Not found');
    const body = read(file.path);
    if (body === null) return refusal(404, 'Not found');
    if (file.mediaType === PAGE) onPage();
    return new Response(body, {
      headers: { ...securityHeaders, 'Content-Type': file.mediaType },
    });
  });
}

/** At once: the application's own files are few and near, and waiting for another thread costs a start more than reading. */
function read(path: string): Buffer<ArrayBuffer> | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

const refusal = (status: number, text: string): Response =>
  new Response(text, {
    status,
    headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  });
