import type { PaperText, TextTable } from './paper-text.ts';

/** A sum that was worked out again from the words of a paper. */
export interface CheckedSum {
  readonly what: string;
  /** What the paper says and what its other figures make, in the same unit. */
  readonly said: number;
  readonly made: number;
  /** How far apart rounding may set them. */
  readonly within: number;
}

/** `USD 2,187,700.00`, `−115,140.38`, `20.8%`; not a number where it says something else. */
const figure = (text: string | undefined): number => {
  const plain = (text ?? '').replaceAll(',', '').replace('\u2212', '-').replace('+', '');
  const found = /-?\d+(?:\.\d+)?/.exec(plain);
  return found === null ? Number.NaN : Number(found[0]);
};

const CENT = 0.005;
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const percent = (text: string | undefined): number => figure(/[\u2212-]?[\d.]+%/.exec(text ?? '')?.[0]);
const rowNamed = (table: TextTable, start: string) =>
  table.rows.find(([label = '']) => label.startsWith(start));

/** Every sum that a paper of any kind holds. */
export const sumsOf = (text: PaperText): readonly CheckedSum[] => [
  ...text.tables.flatMap(premiumSums),
  ...text.tables.flatMap(buildUpSums),
  ...text.tables.flatMap(coverSums),
  ...optionSums(text),
  ...text.tables.flatMap(pointSums),
  ...shareSums(text),
  ...measureSums(text),
  ...gapSums(text),
  ...coinsuranceSums(text),
  ...bridgeSums(text),
  ...pillarSums(text),
];

/** The list of what is paid, on the first page. */
const isPremium = ({ head, rows }: TextTable): boolean =>
  head.length === 0 && /^(Premium at 100%|Quoted premium|Premium as computed)/.test(rows[0]?.[0] ?? '');

/** Premium, our line, taxes and fees, and what they come to. */
function premiumSums(table: TextTable): readonly CheckedSum[] {
  if (!isPremium(table)) return [];
  const whole = figure(table.rows[0]?.[1]);
  const end = table.rows.findIndex(([label = '']) => label.startsWith('Payable'));
  const between = table.rows.slice(1, end);
  const ours = between.filter(([label = '']) => label.startsWith('Our line'));
  const added = between.filter((row) => !ours.includes(row) && !Number.isNaN(figure(row[1])));
  return [
    ...ours.map(([label, amount]) => ({
      what: `our line: ${label}`,
      said: figure(amount),
      made: (whole * percent(label)) / 100,
      within: CENT,
    })),
    ...added
      .filter(([label = '']) => /[\d.]+%$/.test(label))
      .map(([label, amount]) => ({
        what: `tax: ${label}`,
        said: figure(amount),
        made: (whole * percent(/[\d.]+%$/.exec(label ?? '')?.[0])) / 100,
        within: CENT,
      })),
    {
      what: 'payable: premium, taxes and fees',
      said: figure(table.rows[end]?.[1]),
      made: whole + sum(added.map(([, amount]) => figure(amount))),
      within: CENT,
    },
  ];
}

const isBuildUp = ({ head }: TextTable): boolean => head[1] === 'How it is made';

/** From the expected loss to what is payable, line by line. */
function buildUpSums(table: TextTable): readonly CheckedSum[] {
  if (!isBuildUp(table)) return [];
  const amount = (start: string) => figure(rowNamed(table, start)?.[2]);
  const at = (start: string) => table.rows.findIndex(([label = '']) => label.startsWith(start));
  const total = (from: number, to: number) => sum(table.rows.slice(from, to).map((row) => figure(row[2])));
  const [technical, quoted, payable] = [at('Technical premium'), at('Quoted premium'), at('Payable')];
  const entered = at('Parts at an entered rate') < 0 ? 0 : amount('Parts at an entered rate');
  const bases: Readonly<Record<string, number>> = {
    'expected loss': amount('Expected loss'),
    'gross premium': amount('Technical premium') - entered,
    'technical premium': amount('Technical premium'),
  };
  const parts = table.rows.flatMap(([label, how = '', said]) => {
    const base = /^[\u2212-]?[\d.]+% of (expected loss|gross premium|technical premium)$/.exec(how)?.[1];
    if (base === undefined) return [];
    return [
      {
        what: `build-up: ${label}, ${how}`,
        said: figure(said),
        made: ((bases[base] ?? 0) * percent(how)) / 100,
        within: 0.011,
      },
    ];
  });
  return [
    {
      what: 'build-up: technical premium',
      said: amount('Technical premium'),
      made: total(0, technical),
      within: CENT,
    },
    {
      what: 'build-up: quoted premium',
      said: amount('Quoted premium'),
      made: total(technical, quoted),
      within: CENT,
    },
    { what: 'build-up: payable', said: amount('Payable'), made: total(quoted, payable), within: CENT },
    ...parts,
  ];
}

/** The most that is paid for one event: the limit, less the insured’s share of it. */
function coverSums({ head, rows }: TextTable): readonly CheckedSum[] {
  const [limit, share, most] = ['Limit each event', 'Coinsurance', 'Most paid for one event'].map((label) =>
    head.indexOf(label),
  );
  if (limit === undefined || share === undefined || most === undefined || Math.min(limit, share, most) < 0)
    return [];
  return rows.map((row) => ({
    what: `cover: most paid for one event, ${row[0]}`,
    said: figure(row[most]),
    made: figure(row[limit]) * (1 - (row[share] === 'None' ? 0 : percent(row[share]) / 100)),
    within: 0.5,
  }));
}

const OPTION_HEAD = /^(?:Option [A-E]|[A-E]: )/;

/** Of each option side by side: the most for one event and in the period, the rate on line, and what the insured pays. */
function optionSums({ tables }: PaperText): readonly CheckedSum[] {
  const premium = tables.find(isPremium);
  return tables.flatMap((table) =>
    table.head.flatMap((label, column) =>
      OPTION_HEAD.test(label) ? sumsOfOption(table, { label, column, premium }) : [],
    ),
  );
}

interface OptionPlace {
  readonly label: string;
  readonly column: number;
  readonly premium: TextTable | undefined;
}

function sumsOfOption({ rows }: TextTable, { label, column, premium }: OptionPlace): readonly CheckedSum[] {
  const words = (row: string): string => rows.find(([name]) => name === row)?.[column] ?? '';
  const value = (...names: readonly string[]): number =>
    names.map((name) => figure(words(name))).find((found) => !Number.isNaN(found)) ?? Number.NaN;
  const parts = rows.flatMap(([name = '']) => {
    const part = /^(.+): limit each event$/.exec(name)?.[1];
    const limit = part === undefined ? Number.NaN : value(name);
    if (part === undefined || Number.isNaN(limit)) return [];
    const share = percent(words(`${part}: coinsurance`));
    return [
      {
        most: limit * (1 - (Number.isNaN(share) ? 0 : share / 100)),
        inPeriod: value(`${part}: limit in the period`, `${part}: aggregate limit`),
        isShared:
          [words(`${part}: shares the policyʼs limit`), words(`${part}: under the policy aggregate`)].filter(
            (said) => said.startsWith('Yes'),
          ).length > 0,
      },
    ];
  });
  const shared = sum(parts.filter(({ isShared }) => isShared).map(({ inPeriod }) => inPeriod));
  const policy = value('Policy: limit in the period', 'Policy aggregate limit');
  const inPeriod =
    (Number.isNaN(policy) ? shared : Math.min(policy, shared)) +
    sum(parts.filter(({ isShared }) => !isShared).map((part) => part.inPeriod));
  const whole = value('Premium at 100%', 'Quoted premium');
  const between = (premium?.rows.slice(1) ?? []).filter(
    ([name = '']) => !/^(Our line|Payable|Rate)/.test(name),
  );
  const taxes = between.flatMap(([name = '']) => /[\d.]+%$/.exec(name)?.[0] ?? []).map(percent);
  const fees = between.filter(([name = '']) => !/[\d.]+%$/.test(name)).map(([, amount]) => figure(amount));
  const taxed = whole * (1 + sum(taxes) / 100);
  const hasFees = words('Payable by the insured') !== '';
  const rate = percent(words('Rate on line'));
  return [
    {
      what: `options: most paid for one event, ${label}`,
      said: value('Most paid for one event'),
      made: Math.max(...parts.map(({ most }) => most)),
      within: 0.5,
    },
    {
      what: `options: most paid in the period, ${label}`,
      said: value('Most paid in the period'),
      made: inPeriod,
      within: 0.5,
    },
    {
      what: `options: payable, ${label}`,
      said: value('Payable by the insured', 'Payable with taxes'),
      made: hasFees ? taxed + sum(fees.filter((fee) => !Number.isNaN(fee))) : taxed,
      within: 0.01,
    },
    ...(Number.isNaN(rate)
      ? []
      : [
          {
            what: `options: rate on line, ${label}`,
            said: rate,
            made: (whole / inPeriod) * 100,
            within: 0.0005,
          },
        ]),
  ];
}

/** Score times weight is points, for each factor. */
function pointSums({ head, rows }: TextTable): readonly CheckedSum[] {
  const [score, points, of] = ['Score', 'Points', 'Of'].map((label) => head.indexOf(label));
  if (score === undefined || points === undefined || of === undefined || Math.min(score, points, of) < 0)
    return [];
  return rows.flatMap((row) => {
    const [ofScore, ofPoints, weight] = [figure(row[score]), figure(row[points]), figure(row[of])];
    if (Number.isNaN(ofScore + ofPoints + weight)) return [];
    return [
      {
        what: `points: ${row[0]}`,
        said: ofPoints,
        made: (ofScore * weight) / 100,
        // Score to a tenth, points and weight to a hundredth.
        within: 0.005 + (0.05 * weight + 0.005 * ofScore) / 100,
      },
    ];
  });
}

/** The shares of the parts come to the technical and to the quoted premium. */
function shareSums({ tables }: PaperText): readonly CheckedSum[] {
  const buildUp = tables.find(isBuildUp);
  const shares = tables.find(({ head }) => head.includes('Share of technical'));
  if (buildUp === undefined || shares === undefined) return [];
  return (
    [
      ['Share of technical', 'Technical premium'],
      ['Share of quoted', 'Quoted premium'],
    ] as const
  ).map(([column, total]) => ({
    what: `shares of the parts: ${total}`,
    said: figure(rowNamed(buildUp, total)?.[2]),
    // A row of one cell is a remark on the row above it.
    made: sum(
      shares.rows.filter(({ length }) => length > 1).map((row) => figure(row[shares.head.indexOf(column)])),
    ),
    within: CENT,
  }));
}

/** What is measured on the price: each from the two figures that it names. */
function measureSums({ tables, blocks }: PaperText): readonly CheckedSum[] {
  const buildUp = tables.find(isBuildUp);
  const measures = tables.find((table) => rowNamed(table, 'Adequacy') !== undefined);
  if (buildUp === undefined || measures === undefined) return [];
  const of = (start: string) => figure(rowNamed(buildUp, start)?.[2]);
  const most = figure(
    /Maximum payable in the period: (?:[A-Z]+ )?([\d,]+)/.exec(blocks.map(({ text }) => text).join(' '))?.[1],
  );
  return [
    {
      what: 'measures: adequacy',
      said: figure(rowNamed(measures, 'Adequacy')?.[1]),
      made: (of('Quoted premium') / of('Technical premium')) * 100,
      within: 0.05,
    },
    {
      what: 'measures: expected loss over quoted premium',
      said: figure(rowNamed(measures, 'Expected loss over')?.[1]),
      made: (of('Expected loss') / of('Quoted premium')) * 100,
      within: 0.05,
    },
    {
      what: 'measures: rate on line',
      said: figure(rowNamed(measures, 'Rate on line: quoted')?.[1]),
      made: (of('Quoted premium') / most) * 100,
      within: 0.0005,
    },
  ];
}

/** The insured’s share of a loss that reaches the limit, as page 1 puts it. */
function coinsuranceSums({ blocks }: PaperText): readonly CheckedSum[] {
  const said = /the insured bears ([A-Z ]*[\d,.]+), ([\d.]+)% of ([A-Z ]*[\d,]+)\./.exec(
    blocks.map(({ text }) => text).join(' '),
  );
  if (said === null) return [];
  return [
    {
      what: 'coinsurance of a loss that reaches the limit',
      said: figure(said[1]),
      made: (figure(said[3]) * Number(said[2])) / 100,
      within: CENT,
    },
  ];
}

/** What a total loss leaves above the limit: the value exposed less the limit of that part, and the largest such gap. */
function gapSums({ blocks, tables }: PaperText): readonly CheckedSum[] {
  const said =
    /Largest gap: a total loss under (.+) would be ([A-Z ]*[\d,]+) and leave ([A-Z ]*[\d,]+) above its limit/.exec(
      blocks.map(({ text }) => text).join(' '),
    );
  if (said === null) return [];
  const cover = tables.find(({ head }) => head.includes('Limit each event'));
  const part = cover?.rows.find(([label = '']) => label.replace(' *', '') === said[1]);
  const limit = figure(part?.[cover?.head.indexOf('Limit each event') ?? 0]);
  return [
    { what: 'largest gap', said: figure(said[3]), made: figure(said[2]) - limit, within: 0.5 },
    {
      what: 'largest gap: limit over value exposed',
      said: figure(part?.at(-1)),
      made: (limit / figure(said[2])) * 100,
      within: 0.05,
    },
  ];
}

/** The steps from the class average to this subject, as the picture of them is read aloud. */
function bridgeSums({ alts }: PaperText): readonly CheckedSum[] {
  return alts.flatMap((alt) => {
    const told = /^From [A-Z]+ ([\d,.]+) for the class average to [A-Z]+ ([\d,.]+): (.+?)\.?$/.exec(alt);
    if (told === null) return [];
    const steps = (told[3] ?? '')
      .split(/, (?=[A-Z])/)
      .map((step) => figure(/[\u2212+-]?[\d,]+\.\d\d$/.exec(step)?.[0]));
    return [
      {
        what: 'bridge from the class average',
        said: figure(told[2]?.replace(/\.$/, '')),
        made: figure(told[1]) + sum(steps),
        within: CENT,
      },
    ];
  });
}

/** The weights of the pillars come to a whole, and their mean is the one that is printed. */
function pillarSums({ blocks }: PaperText): readonly CheckedSum[] {
  const said = blocks.flatMap(({ text }) => {
    const told = /^Score ([\d.]+), weight ([\d.]+)% of the overall score/.exec(text);
    return told === null ? [] : [[figure(told[1]), figure(told[2])] as const];
  });
  const mean = blocks
    .map(({ text }) => /Weighted mean of the pillars ([\d.]+)/.exec(text)?.[1])
    .find(Boolean);
  if (said.length === 0) return [];
  return [
    { what: 'weights of the pillars', said: 100, made: sum(said.map(([, weight]) => weight)), within: 0.01 },
    ...(mean === undefined
      ? []
      : [
          {
            what: 'weighted mean of the pillars',
            said: figure(mean),
            made: sum(said.map(([score, weight]) => (score * weight) / 100)),
            within: 0.1 + CENT,
          },
        ]),
  ];
}
