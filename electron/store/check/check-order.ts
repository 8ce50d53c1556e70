import Database from 'better-sqlite3';
import type { CheckReport } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { checkModel } from '#shared/underwriting/activate-model.ts';
import type { Anchor } from '../audit/trail-heads.ts';
import { asWorkbookDatabase } from '../connection/database.ts';
import { setUpReading } from '../connection/pragmas.ts';
import type { Shipped } from '../models/model-by-hash.ts';
import { type CheckProgress, checkWorkbook } from './check-workbook.ts';

/** The texts of a rating model and of its wording. */
interface ModelTexts {
  readonly json: string;
  readonly wordingJson: string;
}

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
  readonly present: ModelTexts | null;
  /** The same of the retired models that ship with it. */
  readonly retired: readonly ModelTexts[];
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
  const raw = new Database(order.copy, { readonly: true });
  try {
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

const checkedModel = ({ json, wordingJson }: ModelTexts) =>
  checkModel(JSON.parse(json), JSON.parse(wordingJson));

function presentModel({ present, retired }: CheckOrder): Result<Shipped> {
  if (present === null) return failed('not-found', 'The application has no rating model.');
  const checked = checkedModel(present);
  if (!checked.ok) return checked;
  const others = retired.flatMap((texts) => {
    const other = checkedModel(texts);
    return other.ok ? [other.value] : [];
  });
  return success({ ...checked.value, retired: () => others });
}
