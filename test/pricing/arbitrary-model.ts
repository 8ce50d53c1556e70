import fc from 'fast-check';
import { bundledModelJson } from '#test/models/bundled-model.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test that spoils JSON at will has no type for what it makes
type Json = any;
type Path = readonly (string | number)[];

/** What a number of a model is made into. */
const SPOILS: Readonly<Record<string, (x: number) => number>> = {
  'x 1e-9': (x) => x * 1e-9,
  'x 1e9': (x) => x * 1e9,
  'x 0.01': (x) => x * 0.01,
  'x 100': (x) => x * 100,
  zero: () => 0,
  '+ 1': (x) => x + 1,
  negative: (x) => -x,
  huge: () => 1e300,
  tiny: () => 1e-300,
};

const numbersIn = (value: Json, path: Path): Path[] => {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => numbersIn(item, [...path, key]));
};

const pricingNumbers = numbersIn((bundledModelJson() as Json).pricing, ['pricing']);

/** The JSON of the bundled model with a number at a path made into another. */
export function modelWith(path: Path, spoil: (x: number) => number, json: Json = bundledModelJson()): Json {
  const holder = path.slice(0, -1).reduce((at, key) => at[key], json);
  const last = path.at(-1) ?? '';
  holder[last] = spoil(holder[last]);
  return json;
}

/** The JSON of the bundled model with one to three numbers of its pricing spoilt. */
export const arbitraryModel: fc.Arbitrary<Json> = fc
  .array(fc.tuple(fc.constantFrom(...pricingNumbers), fc.constantFrom(...Object.keys(SPOILS))), {
    minLength: 1,
    maxLength: 3,
  })
  .map((spoilt) =>
    spoilt.reduce(
      (json, [path, how]) => modelWith(path, SPOILS[how] ?? ((x) => x), json),
      bundledModelJson(),
    ),
  );
