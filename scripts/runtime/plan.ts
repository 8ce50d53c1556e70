/** What is known about this machine before anything is fetched. */
export type RuntimeFacts = {
  readonly overridePath: string | undefined;
  /** Version in node_modules/electron/dist, when that folder is complete. */
  readonly installedVersion: string | undefined;
  readonly wantedVersion: string;
  readonly isDownloadSkipped: boolean;
  readonly hasFallbackFor: boolean;
  readonly isFallbackCached: boolean;
  /** How long ago Electron's own download last failed here. */
  readonly lastDownloadFailureAgeMs: number | undefined;
};

export type RuntimeStep =
  | { readonly kind: 'override'; readonly distPath: string }
  | { readonly kind: 'installed' }
  | { readonly kind: 'download' }
  | { readonly kind: 'fallback' };

/** A failed download is not tried again within this time while the fallback stands ready. */
export const downloadRetryMs = 24 * 60 * 60 * 1000;

/**
 * The ways to a runtime in the order to try them; the first that succeeds is used.
 * An override or an installed runtime stands alone: what was asked for is not silently replaced.
 */
export function planRuntime(facts: RuntimeFacts): readonly RuntimeStep[] {
  if (facts.overridePath !== undefined) return [{ kind: 'override', distPath: facts.overridePath }];
  if (facts.installedVersion === facts.wantedVersion) return [{ kind: 'installed' }];
  const failedLately =
    facts.lastDownloadFailureAgeMs !== undefined && facts.lastDownloadFailureAgeMs < downloadRetryMs;
  const skipsDownload = facts.isDownloadSkipped || (facts.isFallbackCached && failedLately);
  return [
    ...(skipsDownload ? [] : [{ kind: 'download' } as const]),
    ...(facts.hasFallbackFor ? [{ kind: 'fallback' } as const] : []),
  ];
}
