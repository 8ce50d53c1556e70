import Database from 'better-sqlite3';
import type { CheckReport } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { checkModelTexts, type ModelTexts } from '#shared/underwriting/activate-model.ts';
import { computeOnce } from '../../host/compute-once.ts';
import type { Anchor } from '../audit/trail-heads.ts';
import { asWorkbookDatabase, type WorkbookDatabase } from '../connection/database.ts';
import { setUpReading } from '../connection/pragmas.ts';
import type { Shipped } from '../models/model-by-hash.ts';
import { type CheckProgress, checkWorkbook } from './check-workbook.ts';

/** What issued quotes are priced again by, as plain data that another thread can be given. */
export interface PriceBasis {
  /** The model that ships with the application. */
  readonly present: ModelTexts | null;
  /** The retired models that ship with it. */
  readonly retired: readonly ModelTexts[];
  /** The premiums that are known already, by the hash of their inputs. */
  readonly premiums: Readonly<Record<string, number | null>>;
}

/** A check as it is handed to another thread: plain data. */
export interface CheckOrder extends PriceBasis {
  /** A copy that is nobody else's. */
  readonly copy: string;
  /** How sentences name the workbook. */
  readonly name: string;
  readonly now: Date;
  readonly anchors: readonly Anchor[];
  readonly ownKeys: readonly string[];
}

/** A report, and the premiums that were computed for it and were not known before. */
export interface CheckDone {
  readonly report: CheckReport;
  readonly premiums: Readonly<Record<string, number | null>>;
}

export interface CheckWatch {
  readonly onProgress?: (progress: CheckProgress) => void;
  readonly signal?: AbortSignal;
}

/** Checks the copy that an order names. */
export async function carryOut(order: CheckOrder, watch: CheckWatch): Promise<Result<CheckDone>> {
  const raw = new Database(order.copy, { readonly: true });
  try {
    setUpReading(raw);
    return await checkedByPrices(asWorkbookDatabase(raw, order.name), order, watch);
  } finally {
    raw.close();
  }
}

/** Checks a workbook, and gives the premiums that it computed beside the report. */
export async function checkedByPrices(
  db: WorkbookDatabase,
  basis: PriceBasis & Pick<CheckOrder, 'now'> & Partial<Pick<CheckOrder, 'anchors' | 'ownKeys'>>,
  watch: CheckWatch = {},
): Promise<Result<CheckDone>> {
  const premiums: Record<string, number | null> = {};
  const checked = await checkWorkbook(db, {
    now: basis.now,
    anchors: basis.anchors ?? [],
    ownKeys: basis.ownKeys ?? [],
    present: presentModel(basis),
    known: {
      premiumOf: (inputs) => basis.premiums[inputs],
      remember: (inputs, premium) => {
        premiums[inputs] = premium;
      },
    },
    ...watch,
  });
  return checked.ok ? success({ report: checked.value, premiums }) : checked;
}

function presentModel({ present, retired }: PriceBasis): Result<Shipped> {
  if (present === null) return failed('not-found', 'The application has no rating model.');
  const checked = checkModelTexts(present);
  if (!checked.ok) return checked;
  const others = computeOnce(() =>
    retired.flatMap((texts) => {
      const other = checkModelTexts(texts);
      return other.ok ? [other.value] : [];
    }),
  );
  return success({ ...checked.value, retired: others });
}
