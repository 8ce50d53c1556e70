import type { Notice } from '#shared/domain/records.ts';

/**
 * On Linux Chromium hands a page no file whose name it cannot write in the letters of the computer's language, and tells
 * nobody. What the window says where that language has not all letters; null where it has.
 */
export function languageNotice(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): Notice | null {
  const language = env.LC_ALL || env.LC_CTYPE || env.LANG || 'C';
  if (platform !== 'linux' || /utf-?8/i.test(language)) return null;
  return {
    kind: 'language',
    message: `Ballast was started with the language “${language}”, which is not of UTF-8: files whose names have letters beyond A to Z cannot be attached or dropped. Start it with a UTF-8 language, such as LANG=C.UTF-8, or rename such files.`,
  };
}
