import Database from 'better-sqlite3';
import type { CheckReport } from '#shared/domain/records.ts';
import { failed, type Result } from '#shared/domain/result.ts';
import { checkModel } from '#shared/underwriting/activate-model.ts';
import type { Anchor } from '../audit/trail-heads.ts';
import { asWorkbookDatabase } from '../connection/database.ts';
import { setUpReading } from '../connection/pragmas.ts';
import { type CheckProgress, checkWorkbook } from './check-workbook.ts';

/** A check as it is handed to another thread: plain data. */
export interface CheckOrder {
  /** A copy that is nobody else's. */
  readonly copy: string;
  /** How sentences name the workbook. */
  readonly name: string;
  readonly now: Date;
  readonly anchors: readonly Anchor[];
  readonly ownKey: string | null;
  /** The texts of the model that ships with the application and of its wording. */
  readonly present: { readonly json: string; readonly wordingJson: string } | null;
  readonly premiums: Readonly<Record<string, number | null>>;
}

/** A report, and the premiums that were computed for it and were not known before. */
export interface CheckDone {
  readonly report: CheckReport;
  readonly premiums: Readonly<Record<string, number | null>>;
}

/** Checks the copy that an order names. */
export async function carryOut(
  order: CheckOrder,
  watch: { readonly onProgress: (progress: CheckProgress) => void; readonly signal?: AbortSignal },
): Promise<Result<CheckDone>> {
  const raw = new Database(order.copy);
  try {
    // Out of the write-ahead log, which only a writing connection can read alone.
    raw.pragma('trusted_schema = OFF');
    raw.pragma('journal_mode = DELETE');
    setUpReading(raw);
    const premiums: Record<string, number | null> = {};
    const checked = await checkWorkbook(asWorkbookDatabase(raw, order.name), {
      now: order.now,
      anchors: order.anchors,
      ownKey: order.ownKey,
      present: presentModel(order),
      known: {
        premiumOf: (inputs) => order.premiums[inputs],
        remember: (inputs, premium) => {
          premiums[inputs] = premium;
        },
      },
      ...watch,
    });
    return checked.ok ? { ok: true, value: { report: checked.value, premiums } } : checked;
  } finally {
    raw.close();
  }
}

const presentModel = ({ present }: CheckOrder) =>
  present === null
    ? failed('not-found', 'The application has no rating model.')
    : checkModel(JSON.parse(present.json), JSON.parse(present.wordingJson));
