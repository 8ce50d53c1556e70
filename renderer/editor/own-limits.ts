import { useQuery } from '@tanstack/react-query';
import type { AuthorityLimits } from '#shared/domain/people.ts';
import { presentQuery } from './queries.ts';

/** How far the person at the window may go; null where nobody has said who they are. */
export const useOwnLimits = (): AuthorityLimits | null =>
  useQuery(presentQuery).data?.profile?.limits ?? null;
