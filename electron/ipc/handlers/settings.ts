import { success } from '#shared/domain/result.ts';
import type { GroupHandlers } from '../context.ts';

export const settingsHandlers: GroupHandlers<'settings'> = {
  get: ({ settings }) => success(settings.read()),
  set: ({ settings, applySettings }, changes) => {
    const { underwriter, theme, paper, ...rest } = settings.read();
    const next = {
      ...rest,
      underwriter: changes.underwriter ?? underwriter,
      theme: changes.theme ?? theme,
      paper: changes.paper ?? paper,
    };
    const written = settings.write(next);
    applySettings(next);
    return written.ok ? success(next) : written;
  },
};
