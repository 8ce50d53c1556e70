import { expect, it } from 'vitest';
import { languageNotice } from '#electron/host/language-notice.ts';

it.each<[NodeJS.Platform, NodeJS.ProcessEnv, string | null]>([
  ['linux', { LANG: 'en_GB.UTF-8' }, null],
  ['linux', { LANG: 'de_DE.utf8' }, null],
  ['linux', { LANG: 'C', LC_ALL: 'C.UTF-8' }, null],
  ['linux', {}, '“C”'],
  ['linux', { LANG: 'C.UTF-8', LC_CTYPE: 'de_DE' }, '“de_DE”'],
  ['linux', { LANG: 'C.UTF-8', LC_ALL: 'POSIX' }, '“POSIX”'],
  ['darwin', {}, null],
  ['win32', {}, null],
])('on %s with %o', (platform, env, named) => {
  const notice = languageNotice(platform, env);
  if (named === null) expect(notice).toBeNull();
  else expect(notice?.message).toContain(named);
});
