import type { Random } from './random.ts';

/** What a run of one kind did and found. Every `wrong` is a fault of the product, told with what repeats it. */
export interface Tally {
  readonly tried: number;
  /** How the cases ended, by name. */
  readonly ended: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
}

export interface SoakRoom {
  /** A folder of its own, removed afterwards. */
  readonly folder: string;
  /** The workbook to work on copies of; it is never touched itself. */
  readonly workbook: string;
  readonly random: Random;
  /** How many cases are wanted; fewer are tried when the time is over. */
  readonly count: number;
  readonly isTimeOver: () => boolean;
}

/** A kind of harm. Another one is its own file and a line in `soak-kinds.ts`. */
export interface SoakKind {
  readonly name: string;
  /** What the whole soak tries of it. */
  readonly whole: number;
  /** What the short one in the tests does; none of what needs the built application. */
  readonly short: number;
  readonly run: (room: SoakRoom) => Promise<Tally>;
}

/** Counts the cases of a run as they end. */
export class Counting {
  #tried = 0;
  readonly #ended = new Map<string, number>();
  readonly #wrong: string[] = [];

  end(how: string): void {
    this.#tried += 1;
    this.add(how);
  }

  /** Of a case that counts otherwise, or of something in it. */
  add(how: string, count = 1): void {
    this.#ended.set(how, (this.#ended.get(how) ?? 0) + count);
  }

  wrong(what: string): void {
    this.#wrong.push(what);
    this.end('WRONG');
  }

  get tally(): Tally {
    return { tried: this.#tried, ended: Object.fromEntries(this.#ended), wrong: [...this.#wrong] };
  }
}
