import type { z } from 'zod';
import { listText, orText } from './list-text.ts';
import { lowerFirst } from './lower-first.ts';
import { type Failure, failed } from './result.ts';

type Issue = z.core.$ZodIssue;

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
};

const LONGEST_PATH = 120;

/** A path with its middle left out where it is too long to read: its depth and its names are the sender's choice. */
export const shortPath = (path: string): string =>
  path.length <= LONGEST_PATH ? path : `${path.slice(0, 60)} … ${path.slice(-50)}`;

/** Path of a field for a sentence: dotted, records of a list counted from 1: `incidents no. 2.cause`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text} no. ${part + 1}`
        : `${text}${text === '' ? '' : '.'}${String(part)}`,
    '',
  );
}

/** Path of a field as a key: dotted, lists counted from 0, as in the data. */
export const pathKey = (path: readonly PropertyKey[]): string => path.map(String).join('.');

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    input,
  );
}

interface SchemaNode {
  readonly shape?: Readonly<Record<string, SchemaNode>>;
  readonly element?: SchemaNode;
  readonly valueType?: SchemaNode;
  readonly keyType?: { readonly options?: readonly string[] };
  readonly unwrap?: () => SchemaNode;
}

/** The keys that a schema allows at a path; empty when it allows any or the path leads nowhere. */
function allowedKeys(schema: SchemaNode, path: readonly PropertyKey[]): readonly string[] {
  let node: SchemaNode | undefined = schema;
  for (const part of [...path, null]) {
    while (node?.unwrap !== undefined && node.shape === undefined && node.element === undefined)
      node = node.unwrap();
    if (part === null || node === undefined) break;
    node = typeof part === 'number' ? node.element : (node.shape?.[String(part)] ?? node.valueType);
  }
  return node?.shape ? Object.keys(node.shape) : (node?.keyType?.options ?? []);
}

/** What a rule of a library's own words says, in ours. */
function complaint(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_value':
      return `must be ${orText(issue.values.map((value) => (typeof value === 'string' ? `“${value}”` : String(value))))}`;
    case 'invalid_type':
      return issue.message.startsWith('Invalid input')
        ? `must be ${TYPE_WORDS[issue.expected] ?? issue.expected}`
        : issue.message;
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    case 'too_big':
      return issue.origin === 'array' && issue.message.startsWith('Too big')
        ? `must not have more than ${issue.maximum} entries`
        : issue.message;
    default:
      return issue.message;
  }
}

/** How sentences call a field: by its path, or in the words of the form. */
export type NameField = (path: readonly PropertyKey[]) => string;

/** How sentences speak of fields. */
export interface FieldNames {
  readonly nameField: NameField;
  /** Where a field stands in a file's text, with a blank before it: ` (line 12)`; empty where there is no text. */
  readonly placeOf: (path: readonly PropertyKey[]) => string;
  /** The end of a sentence about what is chosen at a field, or about the key of a record; null where nothing is. */
  readonly mustBe: (path: readonly PropertyKey[], given: unknown, isKey: boolean) => string | null;
  /** What may stand in a group, from the keys that its schema knows. */
  readonly membersOf: (path: readonly PropertyKey[], keys: readonly string[]) => string;
}

const PATHS: FieldNames = {
  nameField: (path) => (path.length === 0 ? 'The whole' : shortPath(pathText(path))),
  placeOf: () => '',
  mustBe: () => null,
  membersOf: (_, keys) => keys.join(', '),
};

const LONGEST_KEY = 60;

/** Keys that a group does not have, all of them in one sentence, with those that it has. */
function unknownKeys(
  { path, keys }: Extract<Issue, { code: 'unrecognized_keys' }>,
  { schema, names }: SchemaWords,
): Failure {
  const given = keys.map((key) => `“${key.slice(0, LONGEST_KEY)}”${names.placeOf([...path, key])}`);
  const are = keys.length === 1 ? 'is no field' : 'are no fields';
  const allowed = allowedKeys(schema as unknown as SchemaNode, path);
  const has = allowed.length === 0 ? '' : `, which has ${names.membersOf(path, allowed)}`;
  const at = shortPath(pathKey([...path, keys[0] ?? '']));
  return failed(
    'invalid-input',
    `${listText(given)} ${are} of ${lowerFirst(names.nameField(path))}${has}.`,
    at,
  ).failure;
}

function issueFailure(issue: Issue, input: unknown, words: SchemaWords): Failure {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue, words);
  const { path } = issue;
  const { names } = words;
  const isKey = issue.code === 'invalid_key';
  const given = isKey ? path.at(-1) : valueAt(input, path);
  const isMissing = path.length > 0 && given === undefined;
  const chosen = names.mustBe(path, given, isKey);
  const isQuotable =
    issue.code === 'invalid_value' && (typeof given === 'string' || typeof given === 'number');
  const quoted = isQuotable ? `, not “${String(given).slice(0, LONGEST_KEY)}”` : '';
  const text = chosen ?? `${complaint(issue)}${isMissing ? '' : quoted}`;
  const sentence = `${names.nameField(path)} ${isMissing ? 'is missing; it ' : ''}${text}.`;
  return failed('invalid-input', sentence, shortPath(pathKey(path))).failure;
}

interface SchemaWords {
  readonly schema: z.ZodType;
  readonly names: FieldNames;
}

/**
 * What a schema found wrong with a value from outside, as failures: one sentence each, naming the field (by its path, unless
 * `names` say how) and the allowed values. In the order of the schema's fields.
 */
export function schemaFailures(
  error: z.ZodError,
  input: unknown,
  { schema, names = PATHS }: Pick<SchemaWords, 'schema'> & Partial<SchemaWords>,
): readonly Failure[] {
  const failures = error.issues.map((issue) => issueFailure(issue, input, { schema, names }));
  // A value may break several rules of its field; the first says what to write.
  return failures.filter(({ field }, i) => failures.findIndex((other) => other.field === field) === i);
}
