import type { BallastClient } from '#shared/contract/client.ts';

declare global {
  interface Window {
    readonly ballast: BallastClient;
  }
}
