import { actorOf } from '../host/settings.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { Context } from './context.ts';

/** Who changes something, and when: entered with every change. */
export const changeStamp = ({ settings, now }: Pick<Context, 'settings' | 'now'>): ChangeStamp => ({
  actor: actorOf(settings.read()),
  now: now(),
});
