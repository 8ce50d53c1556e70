import { z } from 'zod';
import type { Comparison, ConformanceCase } from '#test/conformance/format.ts';
import { runCase } from '#test/conformance/run-case.ts';

// As in the product's own worker: the content policy forbids compiling code from text.
z.config({ jitless: true });

export type SuiteRequest =
  | { readonly kind: 'whereabouts' }
  | { readonly kind: 'cases'; readonly cases: readonly ConformanceCase[] };

/** What only a worker of the application's window can truthfully say. */
export interface Whereabouts {
  readonly scope: string;
  readonly address: string;
  readonly isSecure: boolean;
  readonly browser: string;
  /** Of Node's and the page's globals, those that are there. */
  readonly foreignGlobals: readonly string[];
  readonly canCompileText: boolean;
  readonly canFetch: boolean;
}

export type SuiteReply = Whereabouts | readonly Comparison[];

self.onmessage = async ({ data }: MessageEvent<SuiteRequest>) => {
  const reply: SuiteReply = data.kind === 'cases' ? data.cases.map(runCase) : await whereabouts();
  self.postMessage(reply);
};

async function whereabouts(): Promise<Whereabouts> {
  return {
    scope: Object.prototype.toString.call(self),
    address: self.location.href,
    isSecure: self.isSecureContext,
    browser: self.navigator.userAgent,
    foreignGlobals: ['process', 'require', 'Buffer', 'global', 'window', 'document', 'ballast'].filter(
      (name) => name in self,
    ),
    canCompileText: compilesText(),
    canFetch: await fetch(self.location.href).then(
      () => true,
      () => false,
    ),
  };
}

function compilesText(): boolean {
  try {
    return new Function('return true')() === true;
  } catch {
    return false;
  }
}
