import type { ReactElement } from 'react';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { formatAmount, formatAmountPlain } from '#shared/domain/format-money.ts';
import { partLabel } from '#shared/domain/model-words.ts';
import type { SolveResult } from '#shared/pricing/price-result.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import { applySolution } from './solve-edit.ts';
import { answerStanding, solveSentence } from './solve-view.ts';

const PATH = 'Values tried';

interface SolveAnswerProps {
  readonly asked: AssessmentContent;
  readonly result: SolveResult;
}

/** What was found, how it was found, and the way into the terms. */
export function SolveAnswer({ asked, result }: SolveAnswerProps): ReactElement {
  const { content, model, isReadOnly } = useEditor('content', 'model', 'isReadOnly');
  const ofPart = partLabel(model, result.part);
  const standing = answerStanding(asked, result, content);
  return (
    <div className="solve-answer">
      <p role="status" className="measure figures">
        {solveSentence(result, ofPart, content.currency)}
        {standing === 'in-terms' && ' It is in the terms now.'}
        {standing === 'outdated' && ' The terms have changed since: solve again.'}
      </p>
      {result.kind === 'solved' && standing === 'usable' && (
        <div>
          <Button isDisabled={isReadOnly} onPress={() => applySolution(result, ofPart)}>
            {result.what === 'retention' ? 'Use this retention' : 'Use this limit'}
          </Button>
        </div>
      )}
      <Disclosure title={PATH} summary={String(result.path.length)}>
        <DataTable
          label={PATH}
          columns={[
            { label: 'Step' },
            {
              label: `${result.what === 'retention' ? 'Retention' : 'Limit'}, ${content.currency}`,
              isFigure: true,
            },
            { label: `Premium before rounding, ${content.currency}`, isFigure: true },
          ]}
          rows={result.path.map(({ valueMinor, premiumMinor }, index) => ({
            key: String(index),
            isTotal: result.kind === 'solved' && valueMinor === result.valueMinor,
            cells: [String(index + 1), formatAmountPlain(valueMinor), formatAmount(premiumMinor)],
          }))}
        />
      </Disclosure>
    </div>
  );
}
