import { readFileSync } from 'node:fs';

/** As much of a submission as is changed here. */
interface Submission {
  subject: Record<string, unknown>;
  exposures: Record<string, unknown>;
  answers: Record<string, Record<string, unknown>>;
  incidents: Record<string, unknown>[];
  terms: Record<string, unknown> & { contract: Record<string, unknown> };
}

const changed = (sample: string, change: (submission: Submission) => void): string => {
  const submission = JSON.parse(readFileSync(sample, 'utf8')) as Submission;
  change(submission);
  return JSON.stringify(submission);
};

/** A name in each script that papers are set in, by what the PDF calls its face. */
export const NAMES: readonly (readonly [face: string, name: string])[] = [
  ['NotoSansArabic', 'صرافی می\u200cخواهم تهران'],
  ['NotoSansHebrew', 'בורסת ירושלים בע״מ'],
  ['NotoSansDevanagari', 'क्षितिज विनिमय क्\u200dष लिमिटेड'],
  ['NotoSansThai', 'ตลาดสินทรัพย์ดิจิทัลกรุงเทพ'],
  ['NotoSansJP', '株式会社さくら取引所'],
  ['NotoSansKR', '한빛거래소 주식회사'],
  ['NotoSansSC', '广东数字资产交易所有限公司'],
  ['NotoSansTC', '臺灣數位資產交易所股份有限公司'],
];
/** Names in letters of Inter itself: Greek, Cyrillic and two kinds of Latin. */
export const INTER_NAMES = [
  'Ελληνικό Χρηματιστήριο',
  'Московская биржа «Рубин»',
  'Ngân hàng Việt Nam',
  'Börse Łódź',
];

/** A quote whose insured has that name, and which names somebody in every script. */
export const everyScript = (sample: string, insured: string): string =>
  changed(sample, ({ subject, terms }) => {
    Object.assign(subject, { legalName: insured });
    Object.assign(terms, {
      insured,
      broker: `${NAMES[1]?.[1]}, 12 King Street`,
      ownSubjectivities: [...NAMES.map(([, name]) => name), ...INTER_NAMES].map((name) => ({
        text: `Letter of ${name} received`,
        dueOn: '2027-01-31',
      })),
    });
    Object.assign(terms.contract, { insuredAddress: '12 شارع الملك فهد، الرياض 11564' });
  });

const SENTENCE =
  'The vault was seen by us, its keys were counted, and the register of signers was read against it. ';
const NOTE = SENTENCE.repeat(40).slice(0, 2000);

/** Long notes, twenty taxes, forty incidents, a name of 200 letters. */
export const monster = (sample: string): string =>
  changed(sample, ({ subject, exposures, answers, incidents, terms }) => {
    const name = `${'Calder Sound Markets International Holdings '.repeat(4)}Limited`;
    Object.assign(subject, { legalName: name });
    Object.assign(exposures, { note: NOTE });
    for (const answer of Object.values(answers)) answer.note = NOTE;
    const [first = {}] = incidents;
    incidents.splice(
      0,
      incidents.length,
      ...Array.from({ length: 40 }, (_, i) => ({
        ...first,
        id: `incident-${i}`,
        date: `20${18 + Math.floor(i / 6)}-0${1 + (i % 6)}-10`,
        title: `Deployment credential used to drain hot wallet no. ${i + 1} of the northern desk`,
        lossMinor: 1_000_000 * (i + 1),
        recoveredMinor: 0,
        note: i % 8 === 0 ? NOTE : 'Rotated.',
      })),
    );
    Object.assign(terms, {
      insured: name,
      taxes: Array.from({ length: 20 }, (_, i) => ({
        jurisdiction: `Territory no. ${i + 1}`,
        label: `Levy for fire brigades and guarantee funds no. ${i + 1}`,
        ratePercent: 0.5,
      })),
      note: NOTE,
      scheduleNote: NOTE,
    });
  });
