import type { ReactElement } from 'react';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { momentText } from '../../components/format/dates.ts';
import { openAssessment } from '../../editor/actions.ts';

/** All revisions of the case; an earlier one opens read-only under its own model. */
export function Revisions({ record }: { readonly record: AssessmentRecord }): ReactElement {
  const { id: openId } = record.summary;
  return (
    <DataTable
      label="Revisions"
      columns={[{ label: 'Revision' }, { label: 'State' }, { label: 'Last change' }, { label: 'Open' }]}
      rows={record.revisions
        .toSorted((a, b) => b.revision - a.revision)
        .map(({ id, revision, state, updatedAt }) => ({
          key: id,
          cells: [
            `Revision ${revision}`,
            state === 'draft' ? 'Draft' : 'Finalised',
            momentText(updatedAt),
            id === openId ? (
              <span key="here" className="faint">
                Shown here
              </span>
            ) : (
              <Button key="open" isSmall tone="quiet" onPress={() => openAssessment(id, 'quotes')}>
                {`Open revision ${revision}`}
              </Button>
            ),
          ],
        }))}
    />
  );
}
