import { randomUUID } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { paperVerdict } from '#shared/quote/paper-verdict.ts';
import type { ExaminedPaper } from '../../documents/examine-paper.ts';
import { modelsAtHand } from '../../documents/models-at-hand.ts';
import { keyCard } from '../../documents/paper-signer.ts';
import { fitsPaper } from '../../documents/read-paper.ts';
import { verdictOn } from '../../documents/verify-paper.ts';
import { writeFileDurably } from '../../host/write-file.ts';
import { recordNewAssessment } from '../../store/assessments/new-assessment.ts';
import type { Context, GroupHandlers } from '../context.ts';
import { paperHolder } from '../paper-holder.ts';
import { chooseKeyFile } from '../printer-that-signs.ts';
import { reopened } from '../reopen-worksheet.ts';
import { withModelOf } from '../with-rating-model.ts';

/** The files that a person chose, by the names that the window knows them by; paths stay here. */
const chosen = new Map<string, string>();

export const paperHandlers: GroupHandlers<'papers'> = {
  choose: async ({ dialogs }) => {
    const paths = await dialogs.choosePapers();
    chosen.clear();
    return success(
      paths.map((path) => {
        const id = randomUUID();
        chosen.set(id, path);
        return { id, name: basename(path) };
      }),
    );
  },

  check: async (context, handedIn) => {
    const bytes = bytesOf(handedIn);
    if (!bytes.ok) return success(paperVerdict('not-ours', [bytes.failure.message]));
    const examined = await examinedBy(context, bytes.value);
    const db = context.session.current()?.db ?? null;
    return success(await verdictOn(examined, bytes.value, { db, ownKeys: context.people.ownKeys }));
  },

  reopen: async (context, handedIn) => {
    const bytes = bytesOf(handedIn);
    if (!bytes.ok) return bytes;
    const taken = reopened(await examinedBy(context, bytes.value));
    if (!taken.ok) return taken;
    const { content, modelHash, why } = taken.value;
    const backedUp = await context.backups.beforeImport();
    if (!backedUp.ok) return backedUp;
    return withModelOf(
      context,
      () => success(modelHash),
      (db, { reference, figuresOf }, stamp) =>
        recordNewAssessment(db, {
          ...stamp,
          content,
          figures: figuresOf(content, null),
          model: reference,
          why,
        }),
    );
  },

  chooseKeyFile: async (context) => success(await chooseKeyFile(context)),

  saveKeyCard: async (context) => {
    const workbook = context.session.current();
    if (workbook === null) return failed('not-ready', 'No workbook is open.');
    const holder = paperHolder(context.people, workbook.db, context.people.presentIn(workbook.db).profile);
    if (!holder.ok) return holder;
    const { key, facts } = holder.value;
    const path = await context.dialogs.placeKeyCard(`${facts.name} signing key.txt`);
    if (path === null) return success({ isSaved: false, fileName: null });
    const written = writeFileDurably(path, keyCard(key, facts));
    return written.ok ? success({ isSaved: true, fileName: basename(path) }) : written;
  },
};

function bytesOf(
  handedIn: { readonly id: string } | { readonly name: string; readonly bytes: Uint8Array },
): Result<Uint8Array> {
  if ('bytes' in handedIn) return success(handedIn.bytes);
  const path = chosen.get(handedIn.id);
  const found = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
  if (path === undefined || found?.isFile() !== true)
    return failed('not-found', 'The file is not there any more. Choose it again.');
  const fits = fitsPaper(found.size);
  return fits.ok ? success(readFileSync(path)) : fits;
}

const examinedBy = ({ session, model, examinePaper }: Context, bytes: Uint8Array): Promise<ExaminedPaper> =>
  examinePaper(
    bytes,
    modelsAtHand(() => session.current()?.db ?? null, model),
  );
