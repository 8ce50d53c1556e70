/** Names and kinds of the contract's entries, written in by the build (electron.vite.config.ts). */
declare const __CONTRACT_STRUCTURE__: import('#shared/contract/structure.ts').ContractStructure;
