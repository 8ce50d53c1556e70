import { app } from 'electron';
import { ENGINE_VERSION } from '#shared/actuarial/engine-version.ts';
import type { ActivationBasis } from './activations.ts';

/** What test cases are run with in this build. */
export const activationBasis = (): ActivationBasis => ({
  engine: ENGINE_VERSION,
  application: app.getVersion(),
  code: __CODE_FINGERPRINT__,
  v8: process.versions.v8,
});
