import { inflateSync } from 'node:zlib';
import type { PDF, PdfArray, PdfDict, PdfName, PdfObject, PdfRef, PdfStream, PdfString } from '@libpdf/core';
import { failed, type Result, success } from '#shared/domain/result.ts';

const LARGEST_DATA = 20 * 1024 * 1024;
/** A tree of names deeper or larger than any paper has one is not followed. */
const DEEPEST_TREE = 16;
const MOST_FILES = 1000;

/** Opens a PDF that may be anything. One that is damaged or encrypted is told in a sentence. */
export async function openPdf(bytes: Uint8Array): Promise<Result<PDF>> {
  // A library of a megabyte, which no start should wait for.
  const { PDF: Library } = await import('@libpdf/core');
  try {
    const pdf = await Library.load(bytes, { lenient: false });
    if (pdf.isEncrypted) return encrypted;
    // Most of a file is read when it is asked for: a damaged page tree is found here.
    pdf.getPageCount();
    return success(pdf);
  } catch (error) {
    return error instanceof Error && /encrypt|password|security/i.test(`${error.name} ${error.message}`)
      ? encrypted
      : damaged;
  }
}

const encrypted = failed(
  'invalid-input',
  'The PDF is encrypted, so what it carries cannot be read. A paper of Ballast is not.',
);
const damaged = failed('invalid-input', 'The file cannot be read as a PDF. It is damaged, or no PDF.');

/** A file inside a PDF. */
interface Attachment {
  /** Every name that it goes by. */
  readonly names: readonly string[];
  readonly content: () => Result<Uint8Array>;
}

/** Every file inside a PDF, each once, whichever of the two lists of a PDF names it. */
export function attachmentsOf(pdf: PDF): readonly Attachment[] {
  const resolve = (ref: PdfRef): PdfObject | null => pdf.getObject(ref);
  try {
    const catalog = pdf.getCatalog();
    const tree = catalog.getDict('Names', resolve)?.getDict('EmbeddedFiles', resolve);
    const listed = [
      ...(tree === undefined ? [] : namedIn(tree, resolve, DEEPEST_TREE)),
      ...[...(catalog.getArray('AF', resolve) ?? [])].map((file) => ({ name: null, file })),
    ].slice(0, MOST_FILES);
    const seen = new Map<PdfObject, { readonly names: string[]; readonly specification: PdfDict }>();
    for (const { name, file } of listed) {
      const specification = dictOf(file, resolve);
      if (specification === null) continue;
      const known = seen.get(specification) ?? { names: namesOf(specification, resolve), specification };
      if (name !== null) known.names.push(name);
      seen.set(specification, known);
    }
    return [...seen.values()].map(({ names, specification }) => ({
      names,
      content: () => contentOf(specification, resolve),
    }));
  } catch {
    return [];
  }
}

type Resolve = (ref: PdfRef) => PdfObject | null;
interface Named {
  readonly name: string | null;
  readonly file: PdfObject;
}

function* namedIn(node: PdfDict, resolve: Resolve, depth: number): Generator<Named> {
  const names: PdfArray | undefined = node.getArray('Names', resolve);
  for (let i = 0; names !== undefined && i + 1 < names.length; i += 2) {
    const [key, file] = [names.at(i, resolve), names.at(i + 1)];
    if (file !== undefined) yield { name: textOf(key), file };
  }
  if (depth === 0) return;
  for (const kid of node.getArray('Kids', resolve) ?? []) {
    const child = dictOf(kid, resolve);
    if (child !== null) yield* namedIn(child, resolve, depth - 1);
  }
}

const textOf = (object: PdfObject | undefined): string | null =>
  object?.type === 'string' ? (object as PdfString).asString() : null;

function dictOf(object: PdfObject, resolve: Resolve): PdfDict | null {
  const found = object.type === 'ref' ? resolve(object as PdfRef) : object;
  return found?.type === 'dict' ? (found as PdfDict) : null;
}

const namesOf = (specification: PdfDict, resolve: Resolve): string[] =>
  ['UF', 'F'].flatMap((key) => specification.getString(key, resolve)?.asString() ?? []);

/** Unpacked by ourselves, so that a small file cannot unpack to an endless one. */
function contentOf(specification: PdfDict, resolve: Resolve): Result<Uint8Array> {
  try {
    return unpacked(specification, resolve);
  } catch (error) {
    return error instanceof RangeError ? tooLarge : damaged;
  }
}

function unpacked(specification: PdfDict, resolve: Resolve): Result<Uint8Array> {
  const files = specification.getDict('EF', resolve);
  const found = files?.get('F', resolve) ?? files?.get('UF', resolve);
  if (found?.type !== 'stream') return damaged;
  const stream = found as PdfStream;
  const filter = stream.get('Filter', resolve);
  const names = filter?.type === 'array' ? [...(filter as PdfArray)] : filter === undefined ? [] : [filter];
  const [first, ...more] = names;
  if (more.length > 0 || (first !== undefined && (first as PdfName).value !== 'FlateDecode')) return damaged;
  const content =
    first === undefined ? stream.data : inflateSync(stream.data, { maxOutputLength: LARGEST_DATA });
  return content.byteLength > LARGEST_DATA ? tooLarge : success(content);
}

const tooLarge = failed('too-large', 'What the PDF carries is larger than any paper of Ballast has it.');
