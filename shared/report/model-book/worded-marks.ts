import { isAt, pricingFigures } from '../../domain/pricing-figures.ts';
import type { RatingModel } from '../../domain/rating-model.ts';
import { type Block, table } from '../report-document.ts';
import { keyWords, valueText } from './words.ts';

/** The marks of the figures in one part of the price that stand without one beside them, with the figures themselves. */
export function wordedMarks(model: RatingModel, part: string): readonly Block[] {
  const bare = pricingFigures(model, {}).filter(({ path, mark }) => path[0] === part && mark === null);
  const rows = (model.wording.figureMarks ?? []).flatMap(({ figures, mark, note }) => {
    const marked = bare.filter(({ path }) => figures.some((pattern) => isAt(pattern, path)));
    return marked.length === 0 ? [] : [[figureWords(marked), `${mark}: ${note}`]];
  });
  return rows.length === 0 ? [] : [table(['Figures', 'Mark'], rows)];
}

/** "Perils, crime online: beta, custody 0.24", those of one record together. */
function figureWords(figures: ReturnType<typeof pricingFigures>): string {
  const named = figures.map(({ path, value }) => {
    const isNumbered = /^\d+$/.test(path.at(-1) ?? '');
    const key = path.at(isNumbered ? -2 : -1) ?? '';
    return {
      of: path
        .slice(1, isNumbered ? -2 : -1)
        .map((one, i) => (i === 0 ? keyWords(one) : keyWords(one).toLowerCase())),
      text: `${keyWords(key).toLowerCase()} ${valueText(value, key)}`,
    };
  });
  const records = new Map<string, string[]>();
  for (const { of, text } of named) {
    const name = of.join(', ');
    records.set(name, [...(records.get(name) ?? []), text]);
  }
  return [...records]
    .map(([name, texts]) => `${name === '' ? '' : `${name}: `}${texts.join(', ')}`)
    .join('; ');
}
