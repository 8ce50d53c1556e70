import type { ChangeStamp } from '../store/audit/audit.ts';
import type { Context } from './context.ts';

/** Who changes something, and when: entered with every change. */
export const changeStamp = ({
  people,
  session,
  now,
}: Pick<Context, 'people' | 'session' | 'now'>): ChangeStamp =>
  people.stampIn(session.current()?.db ?? null, now());
