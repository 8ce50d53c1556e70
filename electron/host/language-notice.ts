import type { Notice } from '#shared/domain/records.ts';

/** The language that an environment names for letters, in the order that a system looks; null where it names none. */
export const namedLanguage = ({ LC_ALL, LC_CTYPE, LANG }: NodeJS.ProcessEnv): string | null =>
  LC_ALL || LC_CTYPE || LANG || null;

/**
 * On Linux Chromium hands a page no file whose name it cannot write in the letters of the computer's language, and tells
 * nobody. What the window says where that language has not all letters; null where it has.
 */
export function languageNotice(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): Notice | null {
  const language = namedLanguage(env) ?? 'C';
  if (platform !== 'linux' || /utf-?8/i.test(language)) return null;
  return {
    kind: 'language',
    message: `Ballast was started with the language setting “${language}”, which does not know all letters: files whose names have letters beyond A to Z cannot be attached or dropped. Start it with LC_ALL=C.UTF-8, or rename such files.`,
  };
}
