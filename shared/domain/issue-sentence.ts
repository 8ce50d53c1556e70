import type { z } from 'zod';
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

/** `one of a, b or c`; `a` alone. */
export function choiceText(values: readonly unknown[]): string {
  const texts = values.map(String);
  if (texts.length <= 1) return texts.join('');
  return `one of ${texts.slice(0, -1).join(', ')} or ${texts.at(-1)}`;
}

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

function complaint(issue: Issue, schema: SchemaNode): string {
  switch (issue.code) {
    case 'invalid_value':
      return `must be ${choiceText(issue.values)}`;
    case 'invalid_type':
      return issue.message.startsWith('Invalid input')
        ? `must be ${TYPE_WORDS[issue.expected] ?? issue.expected}`
        : issue.message;
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    case 'unrecognized_keys': {
      const allowed = allowedKeys(schema, issue.path);
      return allowed.length === 0 ? 'is not known' : `is not known; known are ${allowed.join(', ')}`;
    }
    default:
      return issue.message;
  }
}

/** How sentences call a field: by its path, or in the words of the form. */
export type NameField = (path: readonly PropertyKey[]) => string;

const namePath: NameField = (path) => (path.length === 0 ? 'The whole' : shortPath(pathText(path)));

function issueFailure(issue: Issue, input: unknown, { schema, nameField }: SchemaWords): Failure {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const subject = nameField(path);
  const text = complaint(issue, schema as unknown as SchemaNode);
  const isMissing =
    path.length > 0 && issue.code !== 'unrecognized_keys' && valueAt(input, path) === undefined;
  const given = valueAt(input, path);
  const isQuotable =
    issue.code === 'invalid_value' && (typeof given === 'string' || typeof given === 'number');
  const sentence = isMissing
    ? `${subject} is missing; it ${text}.`
    : `${subject} ${text}${isQuotable ? `, not ${JSON.stringify(String(given).slice(0, 60))}` : ''}.`;
  return failed('invalid-input', sentence, shortPath(pathKey(path))).failure;
}

interface SchemaWords {
  readonly schema: z.ZodType;
  readonly nameField: NameField;
}

/**
 * What a schema found wrong with a value from outside, as failures: one sentence each, naming the field (by its path, unless
 * `nameField` says how) and the allowed values. In the order of the schema's fields.
 */
export function schemaFailures(
  error: z.ZodError,
  input: unknown,
  { schema, nameField = namePath }: Pick<SchemaWords, 'schema'> & Partial<SchemaWords>,
): readonly Failure[] {
  const failures = error.issues.map((issue) => issueFailure(issue, input, { schema, nameField }));
  // A value may break several rules of its field; the first says what to write.
  return failures.filter(({ field }, i) => failures.findIndex((other) => other.field === field) === i);
}
