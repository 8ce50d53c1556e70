import { namedLanguage } from '../../electron/host/language-notice.ts';

/**
 * What is to be added to an environment that names no language, as on a bare machine: without one Chromium hands no file to
 * a page whose name has letters beyond A to Z. One that is named is left as it is.
 */
export const utf8Locale = (env: NodeJS.ProcessEnv): { readonly LANG?: string } =>
  namedLanguage(env) === null ? { LANG: 'C.UTF-8' } : {};
