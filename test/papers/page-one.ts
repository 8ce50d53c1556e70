import type { PaperText } from './paper-text.ts';

/** What a broker asks of the first page of a quotation, answered from its words alone; empty where they do not answer. */
export interface PageOneAnswers {
  readonly insurer: string;
  readonly underwriter: string;
  readonly insured: string;
  readonly forWhat: readonly string[];
  readonly ourLine: string;
  readonly period: string;
  readonly mostForOneEvent: readonly string[];
  readonly mostInPeriod: string;
  readonly notCovered: readonly string[];
  readonly largestGap: string;
  readonly premium: string;
  readonly ourShare: string;
  readonly beforeBinding: readonly string[];
  readonly offerEnds: string;
}

export function pageOneAnswers({ blocks, tables }: PaperText): PageOneAnswers {
  const page = blocks.filter((block) => block.page === 1);
  const words = page.map(({ text }) => text).join('\n');
  const onPage = tables.filter((table) => table.page === 1);
  const fact = (name: string): string =>
    onPage
      .filter(({ head }) => head.length === 0)
      .flatMap(({ rows }) => rows)
      .find(([label = '']) => label.startsWith(name))?.[1] ?? '';
  const cover = onPage.find(({ head }) => head.includes('Most paid for one event'));
  const column = cover?.head.indexOf('Most paid for one event') ?? 0;
  const items = (heading: string): readonly string[] => {
    const start = page.findIndex(({ text }) => text === heading);
    const rest = start < 0 ? [] : page.slice(start + 1);
    const end = rest.findIndex(({ type }) => type.startsWith('H'));
    return rest
      .slice(0, end < 0 ? undefined : end)
      .filter(({ type }) => type === 'LBody')
      .map(({ text }) => text);
  };
  return {
    insurer: fact('Insurer'),
    underwriter: fact('Underwriter'),
    insured: fact('Insured'),
    forWhat: cover?.rows.map(([part = '']) => part) ?? [],
    ourLine: fact('Our line'),
    period: fact('Period'),
    mostForOneEvent: cover?.rows.map((row) => row[column] ?? '') ?? [],
    mostInPeriod: /Most paid in the period: ([A-Z]+ [\d,]+)/.exec(words)?.[1] ?? '',
    notCovered: items('What is not covered'),
    largestGap: /leave ([A-Z]+ [\d,]+) above its limit/.exec(words)?.[1] ?? '',
    premium: fact('Premium at 100%'),
    ourShare:
      onPage.flatMap(({ rows }) => rows).find(([label = '']) => /^Our line, [\d.]+%$/.test(label))?.[1] ?? '',
    beforeBinding: items('Subject to').filter((text) => text.includes('before cover binds')),
    offerEnds: fact('Offer ends') || fact('Indication ends'),
  };
}
