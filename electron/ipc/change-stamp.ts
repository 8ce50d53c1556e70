import { actorOf } from '../host/settings.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { Context } from './context.ts';

/** Who changes something, and when: entered with every change. */
export const changeStamp = ({
  settings,
  now,
  key,
}: Pick<Context, 'settings' | 'now' | 'key'>): ChangeStamp => ({
  actor: actorOf(settings.read()),
  now: now(),
  key: key ?? undefined,
});
