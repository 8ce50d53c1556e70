import { basename } from 'node:path';
import { failed, success } from '#shared/domain/result.ts';
import { buildQuoteDocument } from '#shared/quote/quote-document.ts';
import { hasWords, withWordsOf } from '#shared/quote/stored-document.ts';
import { rateApproved } from '#shared/underwriting/full-rating.ts';
import { issueAssessment, preparation, printedApproval } from '../../documents/issue-quote.ts';
import { lastIssuedIn, rememberIssue } from '../../documents/issued-here.ts';
import { judgedOn } from '../../documents/judged-on.ts';
import { paperFileName } from '../../documents/paper-file-name.ts';
import { writeFileDurably } from '../../host/write-file.ts';
import { standsUnder } from '../../store/assessments/model-of-draft.ts';
import { getAssessment } from '../../store/assessments/read-assessments.ts';
import { verifyQuote } from '../../store/check/verify-quote.ts';
import { reading } from '../../store/connection/database.ts';
import { modelByHash } from '../../store/models/model-by-hash.ts';
import { getQuoteDocument, getQuotePaper, paperKindsOf } from '../../store/quotes/read-quotes.ts';
import { changeStamp } from '../change-stamp.ts';
import type { GroupHandlers } from '../context.ts';
import { modelOfWork } from '../model-of-work.ts';
import { printerThatSigns } from '../printer-that-signs.ts';

export const quoteHandlers: GroupHandlers<'quotes'> = {
  preview: (context, { assessmentId, paper }) => {
    const model = context.model();
    if (!model.ok) return model;
    const found = context.session.using((db) => getAssessment(db, assessmentId));
    if (!found.ok) return found;
    const { content, modelHash, deal } = found.value;
    const own = context.session.using((db) => modelOfWork(db, modelHash, model.value));
    if (!own.ok) return own;
    const stamp = changeStamp(context);
    const judged = context.session.using((db) => judgedOn(db, stamp, assessmentId));
    if (!judged.ok) return judged;
    const { on, insurer } = judged.value;
    // What the paper lacks of its parties is asked when it is issued.
    const rating = rateApproved({
      content,
      model: own.value.model,
      ...on,
      parties: null,
      cleared: deal.approval?.cleared ?? [],
    });
    return success(
      buildQuoteDocument({
        rating,
        activeModel: own.value,
        designation: { status: 'draft' },
        preparation: preparation(paper, stamp, insurer),
        approval: printedApproval(deal),
      }),
    );
  },

  issue: async (context, { assessmentId, version, paper, keepsEarlierOpen, signing = null }) => {
    const model = context.model();
    if (!model.ok) return model;
    const workbook = context.session.current();
    if (workbook === null) return failed('not-ready', 'No workbook is open.');
    const hash = standsUnder(workbook.db, assessmentId);
    if (!hash.ok) return hash;
    const own = modelOfWork(workbook.db, hash.value, model.value);
    if (!own.ok) return own;
    const printer = await printerThatSigns(context, { db: workbook.db, signing });
    if (!printer.ok) return printer;
    const issued = await issueAssessment({
      workbook,
      isStillOpen: () => context.session.current() === workbook,
      assessmentId,
      version,
      paper,
      keepsEarlierOpen,
      model: own.value,
      printer: printer.value,
      stamp: changeStamp(context),
      lastIssued: lastIssuedIn(workbook, context.seen),
    });
    if (!issued.ok) return issued;
    rememberIssue(workbook, context.seen, { ...issued.value.summary, now: context.now() });
    return getAssessment(workbook.db, assessmentId);
  },

  document: ({ session, model }, { id }) =>
    session.using((db) => {
      const stored = getQuoteDocument(db, id);
      if (!stored.ok) return stored;
      const document = stored.value;
      if (hasWords(document)) return success(document);
      const named = modelByHash(db, document.model.hash, model());
      return named.ok ? success(withWordsOf(document, named.value.model)) : named;
    }),

  savePdf: async ({ session, dialogs }, { id, kind = 'quotation' }) => {
    const found = session.using((db) => getQuotePaper(db, id, kind));
    if (!found.ok) return found;
    const { summary, pdf } = found.value;
    const path = await dialogs.placePdf(paperFileName(summary, kind));
    if (path === null) return success({ isSaved: false, fileName: null });
    const written = writeFileDurably(path, pdf);
    return written.ok ? success({ isSaved: true, fileName: basename(path) }) : written;
  },

  papers: ({ session }, { id }) => session.using((db) => reading(db, () => [...paperKindsOf(db, id)])),

  trailHead: ({ session }, { id }) =>
    session.using((db) => {
      const stored = getQuoteDocument(db, id);
      return stored.ok ? success(stored.value.trailHead ?? null) : stored;
    }),

  verify: ({ session }, { id }) => session.using((db) => verifyQuote(db, id)),
};
