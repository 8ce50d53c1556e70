import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { capacityLeft } from '#shared/domain/accumulation.ts';
import type { QuoteTerms } from '#shared/domain/assessment-content.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { neededForQuote } from '#shared/domain/needed-for-quote.ts';
import { suggestedLine } from '#shared/underwriting/suggested-line.ts';
import { Button } from '../../../components/button.tsx';
import { MoneyFigure } from '../../../components/exact.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { Segments } from '../../../components/segments.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { edit } from '../../../editor/draft/draft-store.ts';
import { problemAt, useEditor, useEditorPart } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { useOwnLimits } from '../../../editor/own-limits.ts';
import { bookSoFarQuery } from '../../../editor/queries.ts';
import { useTerms } from './use-terms.ts';

type Line = NonNullable<QuoteTerms['line']>;

const WHOLE: Line = { orderPercent: 100, writtenPercent: 100, role: 'lead' };

const editLine = (name: string, key: string, change: (line: Line) => Line | undefined): void =>
  edit(`change ${name}`, `terms.line.${key}`, (content) => {
    const { line = WHOLE, ...terms } = content.terms;
    const changed = change(line);
    return { ...content, terms: changed === undefined ? terms : { ...terms, line: changed } };
  });

/** A field that is left out where nothing is entered. */
const withText = (line: Line, key: 'leader' | 'conditions', text: string | null): Line => {
  const { [key]: _, ...rest } = line;
  return text === null ? rest : { ...rest, [key]: text };
};

/** Our part of the order: how much of the whole is placed here and written by us, and as what. */
export function LineBlock(): ReactElement {
  const { isReadOnly } = useEditor('isReadOnly');
  const { line } = useTerms('line');
  return (
    <div className="section-block">
      <h3>Our line</h3>
      {line === undefined ? (
        <>
          <p className="small soft measure">No line is given: all figures are of the whole, 100%.</p>
          {!isReadOnly && (
            <div>
              <Button id={fieldId('terms.line')} onPress={() => editLine('our line', 'all', () => WHOLE)}>
                Give our line
              </Button>
            </div>
          )}
        </>
      ) : (
        <LineFields line={line} />
      )}
      <Suggestion />
    </div>
  );
}

function LineFields({ line }: { readonly line: Line }): ReactElement {
  const editor = useEditor('isReadOnly', 'problems', 'model');
  const { isReadOnly } = editor;
  const isLeaderNeeded = neededForQuote('terms.line.leader', editor.model) !== null;
  const field = (key: keyof Line) => ({
    id: fieldId(`terms.line.${key}`),
    isReadOnly,
    error: problemAt(editor, `terms.line.${key}`),
  });
  const share = (key: 'orderPercent' | 'writtenPercent', name: string) => ({
    ...field(key),
    value: line[key],
    low: 0,
    high: 100,
    unit: '%',
    emptyError: 'Enter a share of the whole.',
    onChange: (percent: number | null) => editLine(name, key, (now) => ({ ...now, [key]: percent ?? 0 })),
  });
  return (
    <>
      <div className="field-grid">
        <NumberField
          {...share('orderPercent', 'order')}
          label="Order"
          help="Of the whole, that is placed here."
        />
        <NumberField
          {...share('writtenPercent', 'written line')}
          label="Written line"
          help="Of the whole; not above the order."
        />
        <Segments
          {...field('role')}
          label="We"
          value={line.role}
          choices={[
            { key: 'lead', label: 'Lead' },
            { key: 'follow', label: 'Follow' },
          ]}
          onChange={(role) =>
            editLine('lead or follow', 'role', (now) => ({
              ...(role === 'lead' ? withText(now, 'leader', null) : now),
              role,
            }))
          }
        />
        {line.role === 'follow' && (
          <TextEntry
            {...field('leader')}
            label="Leader"
            help={isLeaderNeeded ? 'Who leads; a quote needs it.' : undefined}
            value={line.leader ?? null}
            maximumLength={200}
            onChange={(text) => editLine('leader', 'leader', (now) => withText(now, 'leader', text))}
          />
        )}
        <div className="field-broad">
          <TextEntry
            {...field('conditions')}
            label="Conditions of our line"
            isLong
            value={line.conditions ?? null}
            maximumLength={2000}
            onChange={(text) =>
              editLine('conditions of our line', 'conditions', (now) => withText(now, 'conditions', text))
            }
          />
        </div>
      </div>
      {!isReadOnly && (
        <div>
          <Button tone="quiet" onPress={() => editLine('our line', 'all', () => undefined)}>
            Take the line away
          </Button>
        </div>
      )}
    </>
  );
}

/** The largest line that nothing speaks against, with what bounds it. */
function Suggestion(): ReactElement | null {
  const { isReadOnly, model } = useEditor('isReadOnly', 'model');
  const wholeMinor = useEditorPart(({ judged }) => judged.most?.eventMinor ?? null);
  const grade = useEditorPart(({ score }) => score?.outcome.grade ?? null);
  const currency = useEditorPart(({ content }) => content.currency);
  const { line } = useTerms('line');
  const limits = useOwnLimits();
  const id = useEditorPart(({ stored }) => stored.summary.id);
  const content = useEditorPart(({ content: of }) => of);
  const { data: book } = useQuery(bookSoFarQuery(id));
  if (wholeMinor === null) return null;
  const { amountMinor, percent, binding, unknown } = suggestedLine(
    {
      wholeMinor,
      authorityMinor: limits?.currency === currency ? limits.ourLineMinor : null,
      capacityLeftMinor: book === undefined ? null : capacityLeft(content, book),
      grade,
      currency,
    },
    model,
  );
  return (
    <div className="small measure">
      <p className="figures">
        Suggested line: <strong>{formatPercentValue(percent)}</strong>,{' '}
        <MoneyFigure minor={amountMinor} currency={currency} /> of one event. {binding.sentence}
      </p>
      {unknown.length > 0 && <p className="soft">{unknown.join(' ')}</p>}
      {!isReadOnly && percent > 0 && line?.writtenPercent !== percent && (
        <Button
          isSmall
          onPress={() =>
            editLine('written line', 'suggested', (now) => ({
              ...now,
              writtenPercent: Math.min(percent, now.orderPercent),
            }))
          }
        >
          {`Write ${formatPercentValue(Math.min(percent, line?.orderPercent ?? 100))}`}
        </Button>
      )}
    </div>
  );
}
