import { PDFArray, PDFBool, PDFDict, PDFName, PDFNumber, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import { checkFonts } from './check-fonts.ts';
import { checkPages } from './check-pages.ts';
import { checkTables } from './check-tables.ts';
import { type Element, isElement, name, type PaperFacts, textOf } from './read-paper.ts';

/** What is wrong, one sentence each. */
export type Findings = readonly string[];

export interface Checkpoint {
  /** Its number in the Matterhorn Protocol 1.1 for PDF/UA-1; rules that it does not have begin with `own-`. */
  readonly number: string;
  readonly rule: string;
  readonly check: (facts: PaperFacts) => Findings;
}

const when = (isWrong: boolean, words: string): Findings => (isWrong ? [words] : []);

const STANDARD = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form'.split(
    ' ',
  ),
);

const rolesOf = ({ document }: PaperFacts): ReadonlyMap<string, string> => {
  const root = document.catalog.lookup(name('StructTreeRoot'));
  const map = root instanceof PDFDict ? root.lookup(name('RoleMap')) : undefined;
  return new Map(
    map instanceof PDFDict
      ? map
          .entries()
          .flatMap(([from, to]) => (to instanceof PDFName ? [[from.decodeText(), to.decodeText()]] : []))
      : [],
  );
};

/** Null where the mapping goes in a circle. */
function standardOf(type: string, roles: ReadonlyMap<string, string>): string | null {
  const seen = new Set<string>();
  let at = type;
  while (roles.has(at)) {
    if (seen.has(at)) return null;
    seen.add(at);
    at = roles.get(at) ?? at;
  }
  return at;
}

const language = ({ document }: PaperFacts): string | null => textOf(document.catalog.lookup(name('Lang')));
const hasLanguage = (facts: PaperFacts): boolean =>
  /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language(facts) ?? '');

const preferences = ({ document }: PaperFacts) => {
  const value = document.catalog.lookup(name('ViewerPreferences'));
  return value instanceof PDFDict ? value.lookup(name('DisplayDocTitle')) : undefined;
};

const headings = ({ elements }: PaperFacts): readonly number[] =>
  elements.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));

const LIST_KIDS: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'Caption', 'L'],
  LI: ['Lbl', 'LBody'],
};

const listFaults = ({ elements }: PaperFacts): Findings =>
  elements.flatMap(({ type, kids, parent }) => {
    if (type === 'LI' && parent?.type !== 'L') return ['An LI stands outside a list.'];
    const allowed = LIST_KIDS[type];
    if (allowed === undefined) return [];
    if (kids.length === 0) return [`An empty ${type}.`];
    return kids.flatMap((kid) =>
      isElement(kid) && allowed.includes(kid.type)
        ? []
        : [`In ${type}: ${isElement(kid) ? kid.type : 'content'}.`],
    );
  });

interface Annotation {
  readonly ref: PDFRef | undefined;
  readonly dict: PDFDict;
  readonly page: PDFDict;
}

const annotations = ({ pages }: PaperFacts): readonly Annotation[] =>
  pages.flatMap(({ dict: page }) => {
    const list = page.lookup(name('Annots'));
    if (!(list instanceof PDFArray)) return [];
    return list.asArray().flatMap((item) => {
      const dict = item instanceof PDFRef ? page.context.lookup(item) : item;
      return dict instanceof PDFDict ? [{ ref: item instanceof PDFRef ? item : undefined, dict, page }] : [];
    });
  });

const links = (facts: PaperFacts): readonly Annotation[] =>
  annotations(facts).filter(({ dict }) => dict.get(name('Subtype')) === name('Link'));

const holderOf = ({ elements }: PaperFacts, ref: PDFRef | undefined): Element | undefined =>
  elements.find(({ kids }) => kids.some((kid) => 'object' in kid && ref !== undefined && kid.object === ref));

const contentsProperties = ({ document }: PaperFacts) => {
  const value = document.catalog.lookup(name('OCProperties'));
  return value instanceof PDFDict ? value : undefined;
};

const fileSpecifications = ({ document }: PaperFacts): readonly PDFDict[] =>
  document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && object.has(name('EF')) ? [object] : []));

const OWN_TAGS: readonly Checkpoint[] = [
  {
    number: 'own-boxes',
    rule: 'Every piece of text stands in a tag that says what it is, none in a box without meaning.',
    check: ({ elements }) =>
      elements.flatMap(({ type, kids }) =>
        ['NonStruct', 'Div', 'Document', 'Sect'].includes(type) && kids.some((kid) => 'mcid' in kid)
          ? [`Text stands in ${type} itself.`]
          : [],
      ),
  },
  {
    number: 'own-alt-once',
    rule: 'A picture has one alternative text: no figure inside a figure, and none that says nothing.',
    check: ({ elements }) =>
      elements.flatMap((element) => {
        if (element.type !== 'Figure') return [];
        const alt = textOf(element.dict.lookup(name('Alt')))?.trim() ?? '';
        const isInside = ancestors(element).some(({ type }) => type === 'Figure');
        return [
          ...when(isInside, 'A figure stands inside a figure.'),
          ...when(alt === '', 'A figure says nothing.'),
        ];
      }),
  },
  {
    number: 'own-bookmarks',
    rule: 'Bookmarks say each heading once, and there is one for each heading.',
    check: (facts) => {
      const titles = bookmarkTitles(facts);
      return [
        ...when(
          titles.length !== headings(facts).length,
          `${titles.length} bookmarks, ${headings(facts).length} headings.`,
        ),
        ...titles.flatMap((title) => {
          const half = title.slice(0, title.length / 2);
          return when(title.length > 1 && half + half === title, `The bookmark “${title}” is doubled.`);
        }),
      ];
    },
  },
  {
    number: 'own-parents',
    rule: 'The tree that leads from the marked content of a page back to its tag says the same as the tags.',
    check: parentFaults,
  },
  {
    number: 'own-title',
    rule: 'The title of the metadata is that of the information dictionary, and so are producer and author.',
    check: ({ document, xmp }) =>
      [
        ['title', document.getTitle(), /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s],
        ['author', document.getAuthor(), /<dc:creator>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s],
        ['producer', document.getProducer(), /<pdf:Producer>(.*?)<\/pdf:Producer>/s],
      ].flatMap(([label, own, pattern]) => {
        const told = (pattern as RegExp).exec(xmp ?? '')?.[1]?.replaceAll('&amp;', '&');
        // A paper that no underwriter is named on has no author in either place.
        const isAbsent = label === 'author' && own === undefined && told === undefined;
        return when(
          !isAbsent && (!own || told !== own),
          `The ${String(label)} is “${String(own)}” and “${told}”.`,
        );
      }),
  },
];

const ancestors = (element: Element): readonly Element[] =>
  element.parent === null ? [] : [element.parent, ...ancestors(element.parent)];

function bookmarkTitles({ document }: PaperFacts): readonly string[] {
  const outlines = document.catalog.lookup(name('Outlines'));
  const under = (parent: PDFDict): string[] => {
    const titles: string[] = [];
    let one = parent.lookup(name('First'));
    while (one instanceof PDFDict) {
      titles.push(textOf(one.lookup(name('Title'))) ?? '', ...under(one));
      one = one.lookup(name('Next'));
    }
    return titles;
  };
  return outlines instanceof PDFDict ? under(outlines) : [];
}

function parentFaults(facts: PaperFacts): Findings {
  const { document, elements, pages } = facts;
  const root = document.catalog.lookup(name('StructTreeRoot'));
  const tree = root instanceof PDFDict ? root.lookup(name('ParentTree')) : undefined;
  if (!(tree instanceof PDFDict)) return ['There is no tree of parents.'];
  const numbers = tree.lookup(name('Nums'));
  const byKey = new Map<number, PDFArray | PDFRef | undefined>();
  if (numbers instanceof PDFArray)
    for (let index = 0; index + 1 < numbers.size(); index += 2) {
      const value = numbers.get(index + 1);
      const held = numbers.lookup(index + 1);
      byKey.set(
        numbers.lookup(index, PDFNumber).asNumber(),
        held instanceof PDFArray ? held : value instanceof PDFRef ? value : undefined,
      );
    }
  const keyOf = (dict: PDFDict, key: string) => {
    const value = dict.lookup(name(key));
    return value instanceof PDFNumber ? value.asNumber() : -1;
  };
  const faults: string[] = [];
  for (const { ref, kids, type } of elements)
    for (const kid of kids) {
      if (isElement(kid)) {
        if (kid.dict.get(name('P')) !== ref) faults.push(`A ${kid.type} names another parent than ${type}.`);
      } else if ('mcid' in kid) {
        const page = pages.find((one) => one.ref === kid.page);
        const row = page === undefined ? undefined : byKey.get(keyOf(page.dict, 'StructParents'));
        if (!(row instanceof PDFArray) || row.size() <= kid.mcid || row.get(kid.mcid) !== ref)
          faults.push(`Content ${kid.mcid} of a ${type} does not lead back to it.`);
      } else if (kid.object !== undefined) {
        const key = keyOf(document.context.lookup(kid.object, PDFDict), 'StructParent');
        if (byKey.get(key) !== ref) faults.push(`An annotation of a ${type} does not lead back to it.`);
      }
    }
  return [...new Set(faults)];
}

/** The rules that the checker holds a paper against. */
export const CHECKPOINTS: readonly Checkpoint[] = [
  ...checkPages,
  {
    number: '01-007',
    rule: 'Suspects is not true.',
    check: ({ document }) => {
      const info = document.catalog.lookup(name('MarkInfo'));
      return when(
        info instanceof PDFDict && info.lookup(name('Suspects')) === PDFBool.True,
        'Suspects is true.',
      );
    },
  },
  {
    number: '02-001',
    rule: 'Every tag is a standard one or is mapped to one.',
    check: (facts) => {
      const roles = rolesOf(facts);
      return facts.elements.flatMap(({ type }) => {
        const standard = standardOf(type, roles);
        return when(standard !== null && !STANDARD.has(standard), `The tag ${type} is not a standard one.`);
      });
    },
  },
  {
    number: '02-003',
    rule: 'No mapping of tags goes in a circle.',
    check: (facts) => {
      const roles = rolesOf(facts);
      return [...roles.keys()].flatMap((type) =>
        when(standardOf(type, roles) === null, `${type} goes in a circle.`),
      );
    },
  },
  {
    number: '02-004',
    rule: 'No standard tag is mapped to another.',
    check: (facts) =>
      [...rolesOf(facts).keys()].flatMap((type) => when(STANDARD.has(type), `${type} is mapped.`)),
  },
  {
    number: '06-001',
    rule: 'There is XMP metadata.',
    check: ({ xmp }) => when(xmp === null, 'There is none.'),
  },
  {
    number: '06-002',
    rule: 'The metadata name PDF/UA-1.',
    check: ({ xmp }) =>
      when(
        xmp !== null &&
          !(xmp.includes('http://www.aiim.org/pdfua/ns/id/') && /<pdfuaid:part>1<\/pdfuaid:part>/.test(xmp)),
        'They do not.',
      ),
  },
  {
    number: '06-003',
    rule: 'The metadata have a title.',
    check: ({ xmp }) =>
      when(xmp !== null && !/<dc:title>.*?<rdf:li[^>]*>[^<]+/s.test(xmp), 'They have none.'),
  },
  {
    number: '07-001',
    rule: 'The viewer is told to show the title.',
    check: (facts) => when(preferences(facts) === undefined, 'It is not told.'),
  },
  {
    number: '07-002',
    rule: 'The viewer is not told to show the name of the file.',
    check: (facts) => when(preferences(facts) === PDFBool.False, 'It is.'),
  },
  ...checkTables,
  { number: '09-005', rule: 'Lists hold items, items a label, a body or both.', check: listFaults },
  {
    number: '11-001',
    rule: 'The language of the text is known.',
    check: (facts) => when(!hasLanguage(facts), `It is “${language(facts)}”.`),
  },
  {
    number: '11-002',
    rule: 'The language of alternative texts is known.',
    check: (facts) =>
      when(!hasLanguage(facts) && facts.elements.some(({ dict }) => dict.has(name('Alt'))), 'It is not.'),
  },
  {
    number: '11-003',
    rule: 'The language of the bookmarks is known.',
    check: (facts) => when(!hasLanguage(facts) && bookmarkTitles(facts).length > 0, 'It is not.'),
  },
  {
    number: '11-004',
    rule: 'The language of what is said of links is known.',
    check: (facts) => when(!hasLanguage(facts) && annotations(facts).length > 0, 'It is not.'),
  },
  {
    number: '11-006',
    rule: 'The language of the metadata is known.',
    check: (facts) => when(!hasLanguage(facts) && !/xml:lang="[a-z]{2}/.test(facts.xmp ?? ''), 'It is not.'),
  },
  {
    number: '13-004',
    rule: 'Every picture has an alternative text.',
    check: ({ elements }) =>
      elements.flatMap(({ type, dict }) =>
        when(
          type === 'Figure' && !dict.has(name('Alt')) && !dict.has(name('ActualText')),
          'A figure has none.',
        ),
      ),
  },
  {
    number: '14-002',
    rule: 'The first heading is of the first level.',
    check: (facts) => when((headings(facts)[0] ?? 1) !== 1, `It is H${headings(facts)[0]}.`),
  },
  {
    number: '14-003',
    rule: 'No level of headings is skipped on the way down.',
    check: (facts) =>
      headings(facts).flatMap((level, index, all) =>
        when(index > 0 && level > (all[index - 1] ?? 0) + 1, `H${level} follows H${all[index - 1]}.`),
      ),
  },
  {
    number: '14-006',
    rule: 'No tag holds two headings without a level.',
    check: ({ elements }) =>
      elements.flatMap(({ kids }) =>
        when(kids.filter((kid) => isElement(kid) && kid.type === 'H').length > 1, 'One does.'),
      ),
  },
  {
    number: '14-007',
    rule: 'Headings have levels everywhere or nowhere.',
    check: (facts) =>
      when(headings(facts).length > 0 && facts.elements.some(({ type }) => type === 'H'), 'Both are used.'),
  },
  {
    number: '17-002',
    rule: 'Every formula has an alternative text.',
    check: ({ elements }) =>
      elements.flatMap(({ type, dict }) =>
        when(type === 'Formula' && !dict.has(name('Alt')), 'One has none.'),
      ),
  },
  {
    number: '19-003',
    rule: 'Every note has a name.',
    check: ({ elements }) =>
      elements.flatMap(({ type, dict }) => when(type === 'Note' && !dict.has(name('ID')), 'One has none.')),
  },
  {
    number: '19-004',
    rule: 'No two notes have one name.',
    check: ({ elements }) => {
      const names = elements.flatMap(({ type, dict }) =>
        type === 'Note' ? [textOf(dict.lookup(name('ID')))] : [],
      );
      return when(new Set(names).size < names.length, 'Two have.');
    },
  },
  {
    number: '20-002',
    rule: 'Layers that can be switched have a name.',
    check: (facts) => {
      const usual = contentsProperties(facts)?.lookup(name('D'));
      return when(usual instanceof PDFDict && !textOf(usual.lookup(name('Name'))), 'They have none.');
    },
  },
  {
    number: '20-003',
    rule: 'No layer switches itself.',
    check: (facts) => {
      const usual = contentsProperties(facts)?.lookup(name('D'));
      return when(usual instanceof PDFDict && usual.has(name('AS')), 'One does.');
    },
  },
  {
    number: '21-001',
    rule: 'Embedded files are named in both ways.',
    check: (facts) =>
      fileSpecifications(facts).flatMap((spec) =>
        when(!spec.has(name('F')) || !spec.has(name('UF')), 'One is not.'),
      ),
  },
  {
    number: '25-001',
    rule: 'No form is drawn by the viewer alone.',
    check: ({ document }) => {
      const form = document.catalog.lookup(name('AcroForm'));
      return when(form instanceof PDFDict && form.has(name('XFA')), 'One is.');
    },
  },
  {
    number: '28-002',
    rule: 'Remarks on a page stand in the tags as such.',
    check: (facts) =>
      annotations(facts).flatMap(({ ref, dict }) => {
        const subtype = dict.get(name('Subtype'));
        const isOther = ![name('Widget'), name('Link'), name('PrinterMark'), name('Popup')].includes(
          subtype as PDFName,
        );
        return when(isOther && holderOf(facts, ref)?.type !== 'Annot', `A ${String(subtype)} does not.`);
      }),
  },
  {
    number: '28-004',
    rule: 'Every annotation says what it is.',
    check: (facts) =>
      annotations(facts).flatMap(({ ref, dict }) =>
        when(
          !textOf(dict.lookup(name('Contents'))) && !textOf(holderOf(facts, ref)?.dict.lookup(name('Alt'))),
          'One does not.',
        ),
      ),
  },
  {
    number: '28-007',
    rule: 'There are no trap networks.',
    check: (facts) =>
      annotations(facts).flatMap(({ dict }) =>
        when(dict.get(name('Subtype')) === name('TrapNet'), 'There is one.'),
      ),
  },
  {
    number: '28-008',
    rule: 'A page with annotations says in which order the keyboard takes them.',
    check: (facts) =>
      annotations(facts).flatMap(({ page }) => when(!page.has(name('Tabs')), 'One does not.')),
  },
  {
    number: '28-009',
    rule: 'The keyboard follows the tags.',
    check: (facts) =>
      annotations(facts).flatMap(({ page }) =>
        when(page.has(name('Tabs')) && page.get(name('Tabs')) !== name('S'), 'It follows something else.'),
      ),
  },
  {
    number: '28-010',
    rule: 'Fields of a form stand in the tags as such.',
    check: (facts) =>
      annotations(facts).flatMap(({ ref, dict }) =>
        when(
          dict.get(name('Subtype')) === name('Widget') && holderOf(facts, ref)?.type !== 'Form',
          'One does not.',
        ),
      ),
  },
  {
    number: '28-011',
    rule: 'Links stand in the tags as such.',
    check: (facts) =>
      links(facts).flatMap(({ ref }) => when(holderOf(facts, ref)?.type !== 'Link', 'One does not.')),
  },
  {
    number: '28-012',
    rule: 'Links say where they lead.',
    check: (facts) =>
      links(facts).flatMap(({ dict }) => when(!textOf(dict.lookup(name('Contents'))), 'One does not.')),
  },
  {
    number: '30-001',
    rule: 'No page of another file is drawn.',
    check: ({ document }) =>
      document.context
        .enumerateIndirectObjects()
        .flatMap(([, object]) =>
          when(object instanceof PDFStream && object.dict.has(name('Ref')), 'One is.'),
        ),
  },
  ...checkFonts,
  ...OWN_TAGS,
];
