import { z } from 'zod';

/** The lists of a subject's links: what it shares with others, each by the names that it has. */
export const LINK_LISTS = ['custodians', 'vendors', 'chains', 'auditors'] as const;
export type LinkList = (typeof LINK_LISTS)[number];

/** Fields of a subject by which losses of several insureds may come together. */
export const LINK_FIELDS = ['group', ...LINK_LISTS] as const;
export type LinkField = (typeof LINK_FIELDS)[number];
export const linkFieldSchema = z.enum(LINK_FIELDS);

type Linked = { readonly group: string | null } & Readonly<
  Partial<Record<LinkList, readonly string[] | undefined>>
>;

/** The names of a subject in a field, as typed; none where it is not given. */
export function linkedNames(subject: Linked, field: LinkField): readonly string[] {
  if (field !== 'group') return subject[field] ?? [];
  const group = subject.group?.trim() ?? '';
  return group === '' ? [] : [group];
}
