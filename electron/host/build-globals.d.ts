/** Fingerprint of the code that scores and prices, written in by the build (electron.vite.config.ts). */
declare const __CODE_FINGERPRINT__: string;
