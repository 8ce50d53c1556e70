import { nativeTheme } from 'electron';
import type { Settings } from '#shared/domain/records.ts';

/** The pages follow the system's preference, which this setting overrides. */
export function applyTheme({ theme }: Settings): void {
  nativeTheme.themeSource = theme;
}
