import { fileProblem } from '#shared/domain/attachments.ts';
import { failed, success } from '#shared/domain/result.ts';
import { keepFile, readFile } from '../../store/files/files.ts';
import { changeStamp } from '../change-stamp.ts';
import type { GroupHandlers } from '../context.ts';

export const fileHandlers: GroupHandlers<'files'> = {
  keep: (context, { name, bytes }) =>
    context.session.using((db) => keepFile(db, { ...changeStamp(context), name, bytes })),

  open: async ({ session, openCopy }, { sha256, name }) => {
    const bytes = session.using((db) => readFile(db, sha256));
    if (!bytes.ok) return bytes;
    // The name is what content says, and content may come from anywhere: it is held to the rules again.
    const problem = fileProblem(name, bytes.value);
    if (problem !== null) return failed('invalid-input', problem);
    const complaint = await openCopy(name, bytes.value);
    return complaint === null
      ? success(undefined)
      : failed('unexpected', `The system did not open “${name}”: ${complaint}`);
  },
};
