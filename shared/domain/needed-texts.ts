import { z } from 'zod';
import { assessmentContentSchema } from './assessment-content.ts';
import { LINK_FIELDS } from './links.ts';
import { NEEDED_FIELDS } from './model-wording.ts';

/** What is read of the JSON Schema of content. */
interface Node {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly minLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** Any place of a list, any id. */
const ANY = '*';

const isNode = (value: Node | boolean | undefined): value is Node => typeof value === 'object';
const givenOf = (node: Node): Node => node.anyOf?.find(({ type }) => type !== 'null') ?? node;

function neededBelow(node: Node, path: readonly string[]): readonly string[] {
  const given = givenOf(node);
  if (given.properties !== undefined)
    return Object.entries(given.properties).flatMap(([key, member]) => neededBelow(member, [...path, key]));
  const inside = given.items ?? given.additionalProperties;
  if (isNode(inside)) return neededBelow(inside, [...path, ANY]);
  const isFree = given.type === 'string' && given.pattern === undefined && given.format === undefined;
  return isFree && (given.minLength ?? 0) > 0 ? [path.join('.')] : [];
}

let known: ReadonlySet<string> | null = null;

/** Every free text that its schema does not take empty, and those that an offer cannot do without. */
const neededTexts = (): ReadonlySet<string> => {
  known ??= new Set([
    ...neededBelow(z.toJSONSchema(assessmentContentSchema, { io: 'input' }) as Node, []),
    ...NEEDED_FIELDS,
    ...LINK_FIELDS.flatMap((field) => [`subject.${field}`, `subject.${field}.${ANY}`]),
  ]);
  return known;
};

/** The keys of records are ids: a path of content with `*` in the place of each, and of each place of a list. */
function patternsOf(path: readonly PropertyKey[]): readonly string[] {
  const listed = path.map((key) => (typeof key === 'number' ? ANY : String(key)));
  return [listed, ...listed.map((_, i) => listed.with(i, ANY))].map((keys) => keys.join('.'));
}

/**
 * Whether the text at a path of content must say something once it is given: found from the schema, so that a field added
 * later is one of them by itself. The name of a file is what it is.
 */
export const isNeededText = (path: readonly PropertyKey[]): boolean =>
  path[0] !== 'files' && patternsOf(path).some((pattern) => neededTexts().has(pattern));
