import type { Peril, SubjectType } from '../domain/vocabulary.ts';
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

/** The perils, as short as a table needs them. */
export const PERIL_WORDS: Readonly<Record<Peril, string>> = {
  'crime-online': 'online wallets',
  'crime-fidelity': 'dishonesty of staff',
  'social-engineering': 'social engineering',
  'specie-offline': 'offline vaults',
  protocol: 'contract failure',
  'protocol-econ': 'economic failure',
  slashing: 'slashing',
};

/** The types of subject of the rating model. */
export const SUBJECT_WORDS: Readonly<Record<SubjectType, string>> = {
  cex: 'exchange',
  custodian: 'custodian',
  'broker-otc': 'broker or payment processor',
  'derivatives-cex': 'derivatives venue',
  'wallet-provider': 'wallet provider',
  lending: 'lending protocol',
  'dex-amm': 'token exchange (DEX)',
  'perp-dex': 'perpetuals protocol',
  bridge: 'bridge',
  stablecoin: 'stablecoin',
  'staking-lst': 'staking',
  'yield-vault': 'yield vault',
};

/** A column of relativities, which is named by a peril or stands for losses of keys. */
export const columnWords = (column: string): string =>
  column === 'keys' ? 'losses of keys' : (PERIL_WORDS[column as Peril] ?? column);
