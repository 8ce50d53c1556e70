import { coverSchedule } from '#shared/deal/papers/cover-schedule.ts';
import type { DealPaper } from '#shared/deal/papers/deal-paper.ts';
import { type IsoDate, localDay } from '#shared/domain/dates.ts';
import { contentOfOption, mainOption } from '#shared/domain/options.ts';
import { type AssessmentRecord, quoteIdSchema } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { buildQuoteDocument, type QuoteDocument } from '#shared/quote/quote-document.ts';
import { hasWords } from '#shared/quote/stored-document.ts';
import { judge } from '#shared/underwriting/judge.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import type { ModelToKeep } from '../store/models/keep-model.ts';
import { modelByHash } from '../store/models/model-by-hash.ts';
import { getQuoteDocument } from '../store/quotes/read-quotes.ts';
import { subjectivitiesOf } from './case-subjectivities.ts';

const UNBOUND = 'Nothing is bound in this case yet, so there is no cover to schedule.';

interface ScheduleRequest {
  readonly db: WorkbookDatabase;
  /** The one that the assessment stands under. */
  readonly model: ModelToKeep;
  readonly stamp: ChangeStamp;
}

/** The schedule of the quote that was bound, as it was accepted. */
export function scheduleOf(
  { db, stamp, model }: ScheduleRequest,
  { record, isDraft }: { readonly record: AssessmentRecord; readonly isDraft: boolean },
): Result<DealPaper> {
  const bound = record.deal.moves.findLast(({ to }) => to === 'bound');
  const quoteId = quoteIdSchema.safeParse(bound?.quoteId).data;
  const accepted = record.deal.offers.findLast(({ to, quoteId: of }) => to === 'accepted' && of === quoteId);
  const talk = accepted?.talk ?? null;
  if (bound === undefined || quoteId === undefined || talk === null) return failed('not-ready', UNBOUND);
  const stored = getQuoteDocument(db, quoteId);
  if (!stored.ok) return stored;
  if (!hasWords(stored.value))
    return failed(
      'not-ready',
      'This quote was issued before papers kept their words, so no schedule can be made.',
    );
  const document = documentOfOption(stored.value, { db, option: talk.option, model });
  if (!document.ok) return document;
  return success(
    coverSchedule({
      document: document.value,
      isDraft,
      preparedAt: stamp.now.toISOString(),
      preparedBy: stamp.actor,
      binding: {
        boundAt: bound.at,
        boundBy: bound.actor,
        acceptedBy: talk.by,
        acceptedOn: talk.on as IsoDate,
        how: talk.how,
        option: talk.option,
        signedLinePercent: talk.signedLinePercent ?? null,
        paperSha256: talk.paperSha256 ?? record.quotes.find(({ id }) => id === quoteId)?.pdfSha256 ?? '',
      },
      subjectivities: subjectivitiesOf(record.deal, {
        quoteId,
        model: model.model,
        today: localDay(stamp.now),
      }),
    }),
  );
}

/**
 * The document of one option of a quote, judged again as it was and by the model of then. Fails when its premium is not the
 * one on the quotation: a schedule never says anything else than what was accepted.
 */
function documentOfOption(
  document: QuoteDocument,
  {
    db,
    option,
    model,
  }: { readonly db: WorkbookDatabase; readonly option: string; readonly model: ModelToKeep },
): Result<QuoteDocument> {
  const main = mainOption(document.content);
  const offered = document.options?.find(({ id }) => id === option);
  if (document.options === undefined || option === main) return success(withoutOptions(document));
  if (offered === undefined)
    return failed('not-found', `The quotation has no option ${option}. Look at the acceptance again.`);
  const named =
    document.model.hash === model.hash
      ? success(model)
      : modelByHash(
          db,
          document.model.hash,
          failed('not-found', 'The rating model of this quote is not at hand.'),
        );
  if (!named.ok) return named;
  const content = contentOfOption(document.content, offered.id);
  const judgement = judge({
    content,
    model: named.value.model,
    today: document.preparedAt.slice(0, 10) as IsoDate,
    grid: 'full',
  });
  const quotedMinor = judgement.price.ok ? judgement.price.value.quotedMinor : null;
  if (offered.figures === null || quotedMinor !== offered.figures.quotedMinor)
    return failed(
      'conflict',
      `Option ${option} cannot be computed again as it was quoted, so no schedule was made. Issue a quote of this option alone.`,
    );
  const again = buildQuoteDocument({
    rating: { content, judgement, bridge: null, effects: null, range: null },
    activeModel: named.value,
    designation: { status: 'quote', reference: document.reference, version: document.version ?? 1 },
    preparation: {
      paper: document.paper,
      preparedAt: document.preparedAt,
      preparedBy: document.preparedBy,
      insurer: document.insurer ?? null,
    },
    approval: document.approval,
  });
  return success({ ...again, inputsHash: document.inputsHash, statusReasons: [] });
}

/** What was accepted alone: the others stood beside it. */
const withoutOptions = ({ options: _options, ...document }: QuoteDocument): QuoteDocument => document;
