import type { PaperKind } from '#shared/quote/paper.ts';

/** `BAL-2026-0001-K7QX2-v1.pdf` of a quotation; the others say what they are. */
export const paperFileName = (
  { reference, version }: { readonly reference: string; readonly version: number },
  kind: PaperKind,
): string => `${reference}-v${version}${kind === 'quotation' ? '' : `-${kind}`}.pdf`;
