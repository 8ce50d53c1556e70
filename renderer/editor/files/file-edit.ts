import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { MOST_FILES } from '#shared/domain/attachments.ts';
import type { FileReference } from '#shared/domain/deal-content.ts';
import { withField } from '#shared/domain/with-field.ts';
import { edit } from '../draft/draft-store.ts';

type Files = NonNullable<AssessmentContent['files']>;

const withFiles = (content: AssessmentContent, change: (files: Files) => Files): AssessmentContent => {
  const files = change(content.files ?? []);
  return withField(content, 'files', files.length === 0 ? undefined : files);
};

/** Whether two references are of one file, of one thing. */
const isSame = (a: FileReference, b: FileReference): boolean =>
  a.sha256 === b.sha256 && a.about === b.about && a.id === b.id;

/** Refers to files that are kept, each once for what it is evidence of. */
export const attachFiles = (added: readonly FileReference[]): void =>
  edit('attach a file', null, (content) =>
    withFiles(content, (files) =>
      [...files.filter((file) => !added.some((other) => isSame(file, other))), ...added].slice(0, MOST_FILES),
    ),
  );

/** Takes a reference off; the file itself stays in the workbook. */
export const detachFile = (file: FileReference): void =>
  edit(`detach ${file.name}`, null, (content) =>
    withFiles(content, (files) => files.filter((other) => !isSame(file, other))),
  );

/** The content without the files of something that is taken off. */
export const withoutFilesOf = (
  content: AssessmentContent,
  about: FileReference['about'],
  id: string,
): AssessmentContent =>
  content.files === undefined
    ? content
    : withFiles(content, (files) => files.filter((file) => file.about !== about || file.id !== id));
