import type { Settings } from '#shared/domain/records.ts';

type Theme = Settings['theme'];

const KEY = 'ballast.theme';
const DARK = '(prefers-color-scheme: dark)';

let theme: Theme = 'system';

const paint = () => {
  const isDark = theme === 'dark' || (theme === 'system' && window.matchMedia(DARK).matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
};

/** Before the settings are read: the theme of last time, so that nothing flashes. */
export function showRememberedTheme(): void {
  const known = localStorage.getItem(KEY);
  theme = known === 'light' || known === 'dark' ? known : 'system';
  window.matchMedia(DARK).addEventListener('change', paint);
  paint();
}

export function showTheme(wanted: Theme): void {
  theme = wanted;
  localStorage.setItem(KEY, wanted);
  paint();
}
