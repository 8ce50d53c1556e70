import { submissionJsonSchema } from '#shared/domain/submission-json-schema.ts';

/** What is typed or written into a field, as its schema and name tell. */
export type FieldKind = 'money' | 'date' | 'percent' | 'number' | 'switch' | 'choice' | 'text' | 'group';

/** A field of a submission, found in the schema: a list has one row, and answers and declarations one entry. */
export interface SubmissionField {
  readonly path: readonly (string | number)[];
  readonly kind: FieldKind;
  /** A value that its schema takes. */
  readonly example: unknown;
  /** A free text that its schema does not take empty. */
  readonly isNeededText: boolean;
}

interface Node {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** One for each form of text that the schemas ask for. */
const TEXTS = ['sample', '00:01', 'a'.repeat(64)];

const isNode = (value: Node | boolean | undefined): value is Node => typeof value === 'object';
const givenOf = (node: Node): Node => node.anyOf?.find(({ type }) => type !== 'null') ?? node;

function leafOf(name: string, node: Node): Pick<SubmissionField, 'kind' | 'example'> {
  if (node.format === 'date') return { kind: 'date', example: '2026-11-20' };
  if (node.const !== undefined)
    return { kind: typeof node.const === 'boolean' ? 'switch' : 'choice', example: node.const };
  if (node.enum !== undefined) return { kind: 'choice', example: node.enum[0] };
  if (node.type === 'boolean') return { kind: 'switch', example: true };
  if (name.endsWith('Minor')) return { kind: 'money', example: 2_500_000 };
  if (name.endsWith('Percent')) return { kind: 'percent', example: 9.975 };
  if (node.type === 'number' || node.type === 'integer') return { kind: 'number', example: 10 };
  const example = TEXTS.find((text) => node.pattern === undefined || new RegExp(node.pattern).test(text));
  if (example === undefined) throw new Error(`No example is known of “${name}” (${node.pattern})`);
  return { kind: 'text', example };
}

function fieldsBelow(node: Node, path: SubmissionField['path']): readonly SubmissionField[] {
  const given = givenOf(node);
  const inside =
    given.properties !== undefined
      ? Object.entries(given.properties).flatMap(([key, member]) => fieldsBelow(member, [...path, key]))
      : isNode(given.items)
        ? fieldsBelow(given.items, [...path, 0])
        : isNode(given.additionalProperties)
          ? fieldsBelow(given.additionalProperties, [...path, 'some-id'])
          : null;
  if (inside === null) {
    const leaf = leafOf(String(path.at(-1)), given);
    const isNeededText = leaf.kind === 'text' && given.pattern === undefined && (given.minLength ?? 0) > 0;
    return [{ path, ...leaf, isNeededText }];
  }
  return path.length === 0
    ? inside
    : [{ path, kind: 'group', example: null, isNeededText: false }, ...inside];
}

/** Every field of a submission: one that is added to the schemas comes along by itself. */
export const SUBMISSION_FIELDS: readonly SubmissionField[] = fieldsBelow(submissionJsonSchema() as Node, []);

/** A submission in which every field is given once, with `changes` at their paths. */
export function fullSubmission(
  changes: readonly { readonly path: SubmissionField['path']; readonly value: unknown }[] = [],
): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  const leaves = SUBMISSION_FIELDS.filter(({ kind }) => kind !== 'group');
  for (const { path, value } of [
    ...leaves.map(({ path, example }) => ({ path, value: example })),
    ...changes,
  ]) {
    let place: Record<string | number, unknown> = whole;
    for (const [i, part] of path.slice(0, -1).entries()) {
      place[part] ??= typeof path[i + 1] === 'number' ? [] : {};
      place = place[part] as Record<string | number, unknown>;
    }
    place[path.at(-1)!] = value;
  }
  return whole;
}
