import type { AnyPaper } from '#shared/deal/papers/deal-paper.ts';

/** The preview frame says that it can take a document. */
export interface PreviewWaiting {
  readonly kind: 'ballast-preview-waiting';
}

/** The window answers with the document to show, and may send another at any time. */
export interface PreviewDocument {
  readonly kind: 'ballast-preview-document';
  readonly paper: AnyPaper;
}

export const PREVIEW_ADDRESS = './print.html?mode=preview';

const hasKind = (data: unknown, kind: string): boolean =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === kind;

/** True for a message of the preview frame `frame` that it waits for a document. */
export const isPreviewWaiting = (event: MessageEvent, frame: Window | null): boolean =>
  event.origin === window.location.origin &&
  event.source === frame &&
  hasKind(event.data, 'ballast-preview-waiting');

/** Sends a document to the preview frame. */
export function sendPreview(frame: Window, paper: AnyPaper): void {
  const message: PreviewDocument = { kind: 'ballast-preview-document', paper };
  frame.postMessage(message, window.location.origin);
}

/** In the preview frame: takes each document that the parent window sends, and tells the parent that it waits. */
export function receivePreview(show: (paper: AnyPaper) => void): void {
  window.addEventListener('message', (event: MessageEvent) => {
    if (event.origin !== window.location.origin || event.source !== window.parent) return;
    if (hasKind(event.data, 'ballast-preview-document')) show((event.data as PreviewDocument).paper);
  });
  const waiting: PreviewWaiting = { kind: 'ballast-preview-waiting' };
  window.parent.postMessage(waiting, window.location.origin);
}
