import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type TrailHead, trailHeadSchema } from '#shared/domain/records.ts';
import { jsonFile } from './json-file.ts';

const seenHeadSchema = z.object({
  ...trailHeadSchema.shape,
  /** When it was seen. */
  at: z.iso.datetime(),
  /** Where the workbook lay then. */
  path: z.string(),
});
type SeenHead = z.infer<typeof seenHeadSchema>;

const seenWorkbookSchema = z.object({
  /** Where it lay when it was last seen. */
  path: z.string(),
  heads: z.array(seenHeadSchema),
  /** The last version issued here under each reference. */
  issued: z.record(z.string(), z.number().int().positive()),
  checkedAt: z.iso.datetime().nullable(),
  /** Files that a restore or a new name set apart: of one identity, and since then each with a trail of its own. */
  branches: z.array(z.string()),
  /** The last entry that all of them have; null where it is not known. */
  forkedAt: z.number().int().positive().nullable().default(null),
});
type SeenWorkbook = z.infer<typeof seenWorkbookSchema>;

const fileSchema = z.object({ workbooks: z.record(z.string(), seenWorkbookSchema) });

const backupHeadSchema = z.object({
  ...trailHeadSchema.shape,
  workbookId: z.string().nullable(),
  branch: trailHeadSchema.nullable().optional(),
  size: z.number(),
  modifiedMs: z.number(),
});
type BackupHeads = Readonly<Record<string, z.infer<typeof backupHeadSchema>>>;
const backupsSchema = z.object({ heads: z.record(z.string(), backupHeadSchema) });

const NEVER_SEEN: SeenWorkbook = {
  path: '',
  heads: [],
  issued: {},
  checkedAt: null,
  branches: [],
  forkedAt: null,
};

/** How many of the newest heads are kept whatever their age; of older ones the last of each day, this many days. */
const NEWEST_KEPT = 10;
const DAYS_KEPT = 60;

interface SeenAs {
  readonly id: string;
  readonly path: string;
}

/** A head with where it was seen, in words. */
export interface KnownHead extends TrailHead {
  readonly source: string;
}

/** What this installation remembers of workbooks, outside them, so that who rewrites one cannot rewrite this. */
export interface SeenWorkbooks {
  /**
   * The heads of a workbook; also those of another identity that lay at the same place after `since`, when this one already
   * was: a workbook that was written anew may have been given a new identity with it. `has` says whether a head is in its
   * trail; by it a file that was renamed after a restore is taken for the one of the files set apart that it can be.
   */
  readonly headsOf: (
    workbook: SeenAs & { readonly since: string; readonly has: (head: TrailHead) => boolean },
  ) => readonly KnownHead[];
  /** Writes down a head that was seen in the workbook. */
  readonly recordHead: (workbook: SeenAs, head: TrailHead, seen: { readonly now: Date }) => void;
  /**
   * A backup was restored to a new file, or the workbook saved under a new name: after the entry `forkedAt` that file and
   * those seen before, `from` among them where it is known, answer for their own heads alone.
   */
  readonly recordBranch: (
    id: string,
    files: { readonly from: string | null; readonly to: string; readonly forkedAt: number | null },
  ) => void;
  /** The last version issued here under a reference, 0 for none. */
  readonly lastIssued: (workbookId: string, reference: string) => number;
  readonly recordIssue: (workbookId: string, issued: { reference: string; version: number }) => void;
  readonly checkedAt: (workbookId: string) => Date | null;
  /** The heads of backups that were read here before, by path. */
  readonly backupHeads: () => BackupHeads;
  /** What was read of the backups in a folder; of others there, nothing is kept. */
  readonly keepBackupHeads: (folder: string, heads: BackupHeads) => void;
  readonly recordCheck: (workbookId: string, now: Date) => void;
}

/** Opens what is remembered in `folder`. A file that cannot be written costs the comparison, never the work. */
export function openSeenWorkbooks(folder: string): SeenWorkbooks {
  const file = jsonFile(join(folder, 'seen-workbooks.json'), fileSchema, { workbooks: {} });
  const backups = jsonFile(join(folder, 'backup-heads.json'), backupsSchema, { heads: {} });
  const of = (id: string): SeenWorkbook => file.read().workbooks[id] ?? NEVER_SEEN;
  const put = (id: string, change: Partial<SeenWorkbook>): void => {
    const { workbooks } = file.read();
    file.write({ workbooks: { ...workbooks, [id]: { ...of(id), ...change } } });
  };
  return {
    headsOf: ({ id, path, since, has }) =>
      Object.entries(file.read().workbooks)
        .flatMap(([other, seen]) => {
          if (other === id) return headsOfFile(seen, path, has);
          return seen.path === path ? seen.heads.filter(({ at }) => at >= since) : [];
        })
        .map(({ sequence, hash, at }) => ({ sequence, hash, source: sourceOf(at) })),
    recordHead: ({ id, path }, { sequence, hash }, { now }) => {
      const { heads } = of(id);
      if (heads.some((head) => head.hash === hash)) return;
      put(id, { path, heads: thinned([...heads, { sequence, hash, at: now.toISOString(), path }]) });
    },
    recordBranch: (id, { from, to, forkedAt }) => {
      const { branches, heads, forkedAt: before } = of(id);
      const files = [...branches, ...heads.map(({ path }) => path), ...(from === null ? [] : [from]), to];
      // Of several branchings, what all files have in common ends at the earliest.
      const known = branches.length === 0 ? forkedAt : earliest(before, forkedAt);
      put(id, { path: to, branches: [...new Set(files)], forkedAt: known });
    },
    lastIssued: (id, reference) => of(id).issued[reference] ?? 0,
    recordIssue: (id, { reference, version }) => {
      const { issued } = of(id);
      if ((issued[reference] ?? 0) < version) put(id, { issued: { ...issued, [reference]: version } });
    },
    checkedAt: (id) => {
      const at = of(id).checkedAt;
      return at === null ? null : new Date(at);
    },
    backupHeads: () => backups.read().heads,
    keepBackupHeads: (inFolder, heads) => {
      const known = backups.read().heads;
      const others = Object.entries(known).filter(([path]) => dirname(path) !== inFolder);
      const isSame =
        Object.keys(known).length === others.length + Object.keys(heads).length &&
        Object.entries(heads).every(([path, head]) => known[path] === head);
      if (!isSame) backups.write({ heads: Object.fromEntries([...others, ...Object.entries(heads)]) });
    },
    recordCheck: (id, now) => put(id, { checkedAt: now.toISOString() }),
  };
}

const earliest = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : Math.min(one, other);

/** The heads that a file must have: those seen in it, and those from before files of its identity were set apart. */
function headsOfFile(
  { heads, branches, forkedAt }: SeenWorkbook,
  path: string,
  has: (head: TrailHead) => boolean,
): readonly SeenHead[] {
  if (branches.length === 0) return heads;
  const isKnown = branches.includes(path) || heads.some((head) => head.path === path);
  const file = isKnown ? path : likeliestFile(heads, has);
  return heads.filter((head) => head.path === file || (forkedAt !== null && head.sequence <= forkedAt));
}

/** Under which of its names a renamed file was seen: where its trail goes on, else where one was seen last. */
function likeliestFile(heads: readonly SeenHead[], has: (head: TrailHead) => boolean): string | undefined {
  const newest = [...new Map(heads.map((head) => [head.path, head])).values()];
  return (newest.findLast(has) ?? heads.at(-1))?.path;
}

const sourceOf = (at: string): string => `this installation on ${at.slice(0, 16).replace('T', ' ')} UTC`;

/** The newest heads, and the last of each day before: where a trail parts can still be told after weeks. */
function thinned(heads: readonly SeenHead[]): SeenHead[] {
  const older = heads.slice(0, -NEWEST_KEPT);
  const lastOfDay = new Map(older.map((head) => [head.at.slice(0, 10), head]));
  return [...[...lastOfDay.values()].slice(-DAYS_KEPT), ...heads.slice(-NEWEST_KEPT)];
}
