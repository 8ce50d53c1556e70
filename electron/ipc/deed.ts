import { actorOf } from '../host/settings.ts';
import type { Context } from './context.ts';

/** Who changes something, and when: entered with every change. */
export const deedOf = ({ settings, now }: Pick<Context, 'settings' | 'now'>) => ({
  actor: actorOf(settings.read()),
  now: now(),
});
