import { describe, expect, it } from 'vitest';
import { downloadRetryMs, planRuntime, type RuntimeFacts } from '../../scripts/runtime/plan.ts';

const bare: RuntimeFacts = {
  overridePath: undefined,
  installedVersion: undefined,
  wantedVersion: '45.4.1',
  isDownloadSkipped: false,
  hasFallbackFor: true,
  isFallbackCached: false,
  lastDownloadFailureAgeMs: undefined,
};

const kinds = (facts: Partial<RuntimeFacts>): readonly string[] =>
  planRuntime({ ...bare, ...facts }).map(({ kind }) => kind);

describe('planRuntime', () => {
  it('tries the download first and the fallback second on a bare machine', () => {
    expect(kinds({})).toEqual(['download', 'fallback']);
  });

  it('uses an override alone, even when the right version is installed', () => {
    const steps = planRuntime({ ...bare, overridePath: '/opt/electron', installedVersion: '45.4.1' });
    expect(steps).toEqual([{ kind: 'override', distPath: '/opt/electron' }]);
  });

  it('uses an installed runtime of the pinned version without asking the network', () => {
    expect(kinds({ installedVersion: '45.4.1', isFallbackCached: true })).toEqual(['installed']);
  });

  it('does not use an installed runtime of another version', () => {
    expect(kinds({ installedVersion: '45.4.0' })).toEqual(['download', 'fallback']);
  });

  it('goes straight to a cached fallback for a day after a failed download', () => {
    const failed = { isFallbackCached: true, lastDownloadFailureAgeMs: 60_000 };
    expect(kinds(failed)).toEqual(['fallback']);
    expect(kinds({ ...failed, lastDownloadFailureAgeMs: downloadRetryMs })).toEqual(['download', 'fallback']);
  });

  it('asks the download server again when the fallback is not there either', () => {
    expect(kinds({ lastDownloadFailureAgeMs: 60_000 })).toEqual(['download', 'fallback']);
  });

  it('leaves out the download when told to, and the fallback where it cannot run', () => {
    expect(kinds({ isDownloadSkipped: true })).toEqual(['fallback']);
    expect(kinds({ hasFallbackFor: false })).toEqual(['download']);
    expect(kinds({ isDownloadSkipped: true, hasFallbackFor: false })).toEqual([]);
  });
});
