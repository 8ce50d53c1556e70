import type { Group } from './recipe.ts';
import type { ShareSample } from './share-rows.ts';

/** How reports and charts call the samples of shares. */
export const SAMPLE_WORDS: Readonly<Record<ShareSample, string>> = {
  protocol: 'protocols, share of value locked (Beta)',
  fidelity: 'exchanges and custodians, share of all assets (lognormal, at most 1)',
  online: 'exchanges and custodians, share of the online balance (Beta)',
};

/** What a share of each sample is a share of. */
export const ASSET_WORDS: Readonly<Record<ShareSample, string>> = {
  protocol: 'value locked',
  fidelity: 'all assets',
  online: 'the online balance',
};

/** The subjects of each group. */
export const GROUP_WORDS: Readonly<Record<Group, string>> = {
  custodial: 'exchanges',
  protocol: 'protocols',
};
