import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { name } from '../ua/read-paper.ts';
import { type ArchiveRule, has, typed, when } from './archive-facts.ts';

const FILTERS = new Set(
  ['ASCIIHex', 'ASCII85', 'Flate', 'RunLength', 'CCITTFax', 'JBIG2', 'DCT', 'JPX'].map(
    (kind) => `/${kind}Decode`,
  ),
);
const ACTIONS = new Set(
  ['GoTo', 'GoToR', 'GoToE', 'URI', 'Named', 'SubmitForm', 'Thread'].map((kind) => `/${kind}`),
);
const MOVES = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage'].map((move) => `/${move}`));
const ANNOTATIONS = new Set(['Link', 'Widget'].map((kind) => `/${kind}`));
/** Bits of the flags of an annotation (ISO 32000-1, 12.5.3). */
const PRINT = 4;
const UNSEEN = 1 | 2 | 32 | 256;

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Of the file, its streams, its annotations and forms, and the files inside it. */
export const FILE_RULES: readonly ArchiveRule[] = [
  {
    clause: '6.1.2',
    rule: 'The file begins as PDF 1.7 or older, and then with four bytes that are no text.',
    check: ({ bytes }) =>
      when(!/^%PDF-1\.[0-7][\r\n]+%[\x80-\xff]{4}/.test(latin1(bytes.subarray(0, 40))), 'It does not.'),
  },
  {
    clause: '6.1.3',
    rule: 'The file has an identifier, is not encrypted, and nothing stands behind its end.',
    check: ({ bytes, document: { context } }) => [
      ...when(!(context.lookup(context.trailerInfo.ID) instanceof PDFArray), 'There is no identifier.'),
      ...when(context.trailerInfo.Encrypt !== undefined, 'It is encrypted.'),
      ...when(!/%%EOF[\r\n]*$/.test(latin1(bytes.subarray(-20))), 'Something stands behind its end.'),
    ],
  },
  {
    clause: '6.1.7.1',
    rule: 'No stream stands in another file.',
    check: ({ streams }) => streams.flatMap(({ dict }) => has('F', 'FFilter', 'FDecodeParms')(dict)),
  },
  {
    clause: '6.1.7.2',
    rule: 'Streams are packed by filters that a reader of any day has.',
    check: ({ streams }) =>
      streams.flatMap(({ dict }) => {
        const filter = dict.lookup(name('Filter'));
        const all = filter instanceof PDFArray ? filter.asArray() : filter === undefined ? [] : [filter];
        return all.flatMap((one) => when(!FILTERS.has(String(one)), `The filter ${String(one)}.`));
      }),
  },
  {
    clause: '6.1.12',
    rule: 'Permissions are those of signatures alone.',
    check: ({ document }) => {
      const permissions = document.catalog.lookup(name('Perms'));
      const keys = permissions instanceof PDFDict ? permissions.keys().map(String) : [];
      return keys.flatMap((key) => when(!['/UR3', '/DocMDP'].includes(key), `There is a ${key}.`));
    },
  },
  {
    clause: '6.3.1',
    rule: 'Annotations are links, and the fields of a signature.',
    check: (facts) =>
      typed(facts, 'Type', 'Annot').flatMap((dict) => {
        const subtype = String(dict.get(name('Subtype')));
        return when(!ANNOTATIONS.has(subtype), `A ${subtype}.`);
      }),
  },
  {
    clause: '6.3.2',
    rule: 'Annotations are printed, and none is hidden.',
    check: (facts) =>
      typed(facts, 'Type', 'Annot').flatMap((dict) => {
        const flags = dict.lookup(name('F'));
        const value = flags instanceof PDFNumber ? flags.asNumber() : 0;
        return when((value & PRINT) === 0 || (value & UNSEEN) !== 0, `The flags of one are ${value}.`);
      }),
  },
  {
    clause: '6.3.3',
    rule: 'What an annotation looks like stands in the file, unless it is a link or takes no room.',
    check: (facts) =>
      typed(facts, 'Type', 'Annot').flatMap((dict) => {
        const looks = dict.lookup(name('AP'));
        if (looks instanceof PDFDict)
          return when(
            looks.keys().some((key) => key !== name('N')) || !looks.has(name('N')),
            'One has several.',
          );
        const [left, low, right, high] = dict
          .lookup(name('Rect'), PDFArray)
          .asArray()
          .map((item) => (item as PDFNumber).asNumber());
        const takesRoom = left !== right && low !== high;
        return when(dict.get(name('Subtype')) !== name('Link') && takesRoom, 'One has none.');
      }),
  },
  {
    clause: '6.4',
    rule: 'No field does anything, none asks for its looks to be made, and there is no form of another kind.',
    check: (facts) => {
      const form = facts.document.catalog.lookup(name('AcroForm'));
      return [
        ...typed(facts, 'Subtype', 'Widget').flatMap(has('A', 'AA')),
        ...(form instanceof PDFDict
          ? [...has('XFA')(form), ...when(form.lookup(name('NeedAppearances')) === PDFBool.True, 'One asks.')]
          : []),
        ...has('NeedsRendering')(facts.document.catalog),
      ];
    },
  },
  {
    clause: '6.4.3',
    rule: 'A signature is over the whole file up to its end, but for itself.',
    check: (facts) => {
      const signed = facts.dictionaries.filter((dict) => dict.has(name('ByteRange')));
      return signed.flatMap((dict) => {
        const range = dict
          .lookup(name('ByteRange'), PDFArray)
          .asArray()
          .map((item) => (item as PDFNumber).asNumber());
        const [start = -1, length = 0, then = 0, rest = 0] = range;
        const gap = latin1(facts.bytes.subarray(start + length, then));
        const end = latin1(facts.bytes.subarray(then + rest - 20, then + rest));
        return when(
          range.length !== 4 || start !== 0 || !/^<[0-9A-Fa-f]*>$/.test(gap) || !/%%EOF[\r\n]*$/.test(end),
          'One is not.',
        );
      });
    },
  },
  {
    clause: '6.5.1',
    rule: 'Actions lead somewhere in the file or to an address, and do nothing else.',
    check: (facts) =>
      facts.dictionaries.flatMap((dict) => {
        const kind = dict.get(name('S'));
        const isAction = dict.get(name('Type')) === name('Action') || ACTIONS.has(String(kind));
        if (!isAction || !(kind instanceof PDFName)) return [];
        const isMove = kind !== name('Named') || MOVES.has(String(dict.get(name('N'))));
        return when(!ACTIONS.has(String(kind)) || !isMove, `An action ${String(kind)}.`);
      }),
  },
  {
    clause: '6.5.2',
    rule: 'Nothing happens by itself when the file or a page is opened, printed or closed.',
    check: ({ document }) =>
      [document.catalog as PDFDict, ...document.getPages().map(({ node }) => node)].flatMap(has('AA')),
  },
  {
    clause: '6.8',
    rule: 'A file inside has its names, its kind, its day and what it is to the paper, and the paper names it as its own.',
    check: (facts) => {
      const own = facts.document.catalog.lookup(name('AF'));
      const named = own instanceof PDFArray ? own.asArray() : [];
      return facts.dictionaries
        .filter((dict) => dict.has(name('EF')))
        .flatMap((dict) => {
          const stream = dict.lookup(name('EF'), PDFDict).lookup(name('F'));
          const parameters = stream instanceof PDFStream ? stream.dict.lookup(name('Params')) : undefined;
          const isNamed = named.some(
            (item) => (item instanceof PDFRef ? dict.context.lookup(item) : item) === dict,
          );
          return [
            ...when(!dict.has(name('F')) || !dict.has(name('UF')), 'One has not both of its names.'),
            ...when(
              !(dict.get(name('AFRelationship')) instanceof PDFName),
              'One is not said to be anything.',
            ),
            ...when(
              !(stream instanceof PDFStream && stream.dict.get(name('Subtype')) instanceof PDFName),
              'The kind of one is not said.',
            ),
            ...when(
              !(parameters instanceof PDFDict && parameters.has(name('ModDate'))),
              'The day of one is not said.',
            ),
            ...when(!isNamed, 'One is not the paper’s own.'),
          ];
        });
    },
  },
  {
    clause: '6.9',
    rule: 'There are no layers.',
    check: ({ document }) => has('OCProperties')(document.catalog),
  },
  {
    clause: '6.10',
    rule: 'There are no other versions to show, and pages do not play.',
    check: ({ document }) => {
      const known = document.catalog.lookup(name('Names'));
      return [
        ...(known instanceof PDFDict ? has('AlternatePresentations')(known) : []),
        ...document.getPages().flatMap(({ node }) => has('PresSteps')(node)),
      ];
    },
  },
  {
    clause: '6.11',
    rule: 'The file asks nothing of its reader.',
    check: ({ document }) => has('Requirements')(document.catalog),
  },
];
