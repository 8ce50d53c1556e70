import { PDFStream } from '@cantoo/pdf-lib';
import { name } from '../ua/read-paper.ts';
import { type ArchiveRule, when } from './archive-facts.ts';

/** What PDF/A knows by itself; what else the metadata say, they have to tell of. */
const KNOWN = new Set([
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'adobe:ns:meta/',
  'http://purl.org/dc/elements/1.1/',
  'http://ns.adobe.com/xap/1.0/',
  'http://ns.adobe.com/pdf/1.3/',
  'http://www.aiim.org/pdfa/ns/id/',
  'http://www.aiim.org/pdfa/ns/extension/',
  'http://www.aiim.org/pdfa/ns/schema#',
  'http://www.aiim.org/pdfa/ns/property#',
]);

const second = (date: Date | undefined): string | undefined => date?.toISOString().replace(/\.\d+Z$/, 'Z');

/** Of what the file says of itself. */
export const METADATA_RULES: readonly ArchiveRule[] = [
  {
    clause: '6.1.5',
    rule: 'The days of the metadata are those of the information dictionary.',
    check: ({ document, xmp }) =>
      [
        [document.getCreationDate(), /<xmp:CreateDate>(.*?)<\/xmp:CreateDate>/],
        [document.getModificationDate(), /<xmp:ModifyDate>(.*?)<\/xmp:ModifyDate>/],
      ].flatMap(([date, pattern]) => {
        const told = (pattern as RegExp).exec(xmp ?? '')?.[1];
        return when(told !== second(date as Date | undefined), `${told} is not ${second(date as Date)}.`);
      }),
  },
  {
    clause: '6.6.2.1',
    rule: 'The metadata stand in the file unpacked, as one packet without its length or code.',
    check: ({ document, xmp }) => {
      const stream = document.catalog.lookup(name('Metadata'));
      const head = /^<\?xpacket ([^?]*)\?>/.exec((xmp ?? '').trimStart().replace(/^\ufeff/, ''))?.[1];
      return [
        ...when(!(stream instanceof PDFStream) || stream.dict.has(name('Filter')), 'They are packed.'),
        ...when(head === undefined || /bytes|encoding/.test(head), 'They are no such packet.'),
      ];
    },
  },
  {
    clause: '6.6.2.3',
    rule: 'A property that PDF/A does not know is told of: its schema, its name, its kind and what it means.',
    check: ({ xmp }) => {
      const declared = [...(xmp ?? '').matchAll(/xmlns:(\w+)="([^"]*)"/g)];
      return declared.flatMap(([, prefix = '', uri = '']) => {
        if (KNOWN.has(uri)) return [];
        const used = new Set(
          [...(xmp ?? '').matchAll(new RegExp(`<${prefix}:(\\w+)[ >]`, 'g'))].map(
            ([, property = '']) => property,
          ),
        );
        const schema = [
          ...(xmp ?? '').matchAll(
            /<rdf:li rdf:parseType="Resource">\s*<pdfaSchema:schema>[\s\S]*?<\/rdf:Seq>/g,
          ),
        ]
          .map(([whole]) => whole)
          .find((whole) => whole.includes(`<pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI>`));
        if (schema === undefined) return [`${uri} is not told of.`];
        return [
          ...when(
            !schema.includes(`<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>`),
            `${prefix} is not told of.`,
          ),
          ...[...used].flatMap((property) =>
            when(
              !new RegExp(
                `<pdfaProperty:name>${property}</pdfaProperty:name>\\s*<pdfaProperty:valueType>\\w+</pdfaProperty:valueType>\\s*<pdfaProperty:category>(?:internal|external)</pdfaProperty:category>\\s*<pdfaProperty:description>[^<]+<`,
              ).test(schema),
              `${prefix}:${property} is not told of.`,
            ),
          ),
        ];
      });
    },
  },
  {
    clause: '6.6.4',
    rule: 'The metadata name PDF/A-3U.',
    check: ({ xmp }) =>
      when(
        !(
          xmp?.includes('xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"') &&
          xmp.includes('<pdfaid:part>3</pdfaid:part>') &&
          xmp.includes('<pdfaid:conformance>U</pdfaid:conformance>')
        ),
        'They do not.',
      ),
  },
];
