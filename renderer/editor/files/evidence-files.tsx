import { FileText, Paperclip, X } from 'lucide-react';
import { type DragEvent, memo, type ReactElement, useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useShallow } from 'zustand/react/shallow';
import { FILE_ENDINGS, FILE_LIMITS, fileSizeWords, MOST_FILE_BYTES } from '#shared/domain/attachments.ts';
import type { FileReference } from '#shared/domain/deal-content.ts';
import { ask, failureOf, failureText } from '../../bridge.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { type Editor, useEditor, useEditorPart } from '../draft/editor-context.tsx';
import { attachFiles, detachFile } from './file-edit.ts';
import './evidence-files.css';

interface EvidenceFilesProps {
  readonly about: FileReference['about'];
  readonly id: string;
  /** What they are evidence of, in words. */
  readonly of: string;
}

/** Keeps files in the workbook, one after the other; what was kept before one fails is attached all the same. */
async function keepAll(
  files: readonly File[],
  { about, id }: Pick<EvidenceFilesProps, 'about' | 'id'>,
): Promise<string | null> {
  const kept: FileReference[] = [];
  let problem: string | null = null;
  for (const file of files) {
    if (file.size > MOST_FILE_BYTES) {
      problem = `“${file.name}” has ${fileSizeWords(file.size)}; a file may have at most ${fileSizeWords(MOST_FILE_BYTES)}.`;
      break;
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const found = await ask((client) => client.files.keep({ name: file.name.slice(0, 255), bytes }));
      kept.push({ ...found, about, id });
    } catch (error) {
      problem = failureText(failureOf(error));
      break;
    }
  }
  if (kept.length > 0) attachFiles(kept);
  return problem;
}

/** The files that are evidence of an answer, an incident or a subjectivity: attached by a dialog or by dropping them here. */
export const EvidenceFiles = memo(function EvidenceFiles({
  about,
  id,
  of,
}: EvidenceFilesProps): ReactElement | null {
  const { isReadOnly } = useEditor('isReadOnly');
  const files = useEditorPart(
    useShallow(({ content }: Editor) =>
      (content.files ?? []).filter((file) => file.about === about && file.id === id),
    ),
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  if (isReadOnly && files.length === 0) return null;
  const take = async (given: readonly File[]) => setProblem(await keepAll(given, { about, id }));
  const open = async (file: FileReference) => {
    try {
      await ask((client) => client.files.open({ sha256: file.sha256, name: file.name }));
      setProblem(null);
    } catch (error) {
      setProblem(failureText(failureOf(error)));
    }
  };
  const isOfFiles = (event: DragEvent) => !isReadOnly && event.dataTransfer.types.includes('Files');
  return (
    <section
      className="evidence-files"
      aria-label={`Files: ${of}`}
      data-over={isOver ? 'true' : undefined}
      onDragOver={(event) => {
        if (!isOfFiles(event)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false);
        if (!isOfFiles(event)) return;
        event.preventDefault();
        void take([...event.dataTransfer.files]);
      }}
    >
      {files.length > 0 && (
        <ul className="evidence-list">
          {files.map((file) => (
            <li key={file.sha256}>
              <Button
                tone="quiet"
                isSmall
                icon={<FileText aria-hidden />}
                aria-label={`Open ${file.name}, ${fileSizeWords(file.size)}`}
                onPress={() => void open(file)}
              >
                {file.name}
              </Button>
              <span className="small faint figures">{fileSizeWords(file.size)}</span>
              {!isReadOnly && (
                <IconButton label={`Detach ${file.name}`} onPress={() => detachFile(file)}>
                  <X aria-hidden />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <div className="evidence-add">
          <FileTrigger
            allowsMultiple
            acceptedFileTypes={FILE_ENDINGS.map((ending) => `.${ending}`)}
            onSelect={(chosen) => void take([...(chosen ?? [])])}
          >
            <Button tone="quiet" isSmall icon={<Paperclip aria-hidden />} aria-label={`Attach a file: ${of}`}>
              Attach a file…
            </Button>
          </FileTrigger>
          {isOver && <span className="small">{FILE_LIMITS}</span>}
        </div>
      )}
      {problem !== null && (
        <p className="small field-error" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
});
