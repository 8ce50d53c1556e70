import { z } from 'zod';
import type { Subject } from './assessment-content.ts';

/** The lists of a subject's links: what it shares with others, each by the names that it has. */
export const LINK_LISTS = ['custodians', 'vendors', 'chains', 'auditors'] as const;
export type LinkList = (typeof LINK_LISTS)[number];

/** Fields of a subject by which losses of several insureds may come together. */
export const LINK_FIELDS = ['group', ...LINK_LISTS] as const;
export type LinkField = (typeof LINK_FIELDS)[number];
export const linkFieldSchema = z.enum(LINK_FIELDS);

/** The names of a subject in a field, as typed; none where it is not given. */
export function linkedNames(subject: Subject, field: LinkField): readonly string[] {
  if (field !== 'group') return subject[field] ?? [];
  const group = subject.group?.trim() ?? '';
  return group === '' ? [] : [group];
}
