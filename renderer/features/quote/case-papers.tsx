import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { dealPaperTitle } from '#shared/deal/papers/deal-paper.ts';
import { Button } from '../../components/button.tsx';
import { momentText } from '../../components/format/dates.ts';
import { PAPERS_OF_CASE } from '../../editor/commands/paper-commands.ts';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import { casePapersQuery } from '../../editor/queries.ts';
import { openCasePaper } from '../../editor/state/dialogs.ts';
import { saveCasePaper } from './save-pdf.ts';
import './quote.css';

/** The letters, memos and schedules that may be made of the case as it stands, and those that were. */
export function CasePapers(): ReactElement {
  const { stored } = useEditor('stored');
  const { id, deal } = stored.summary;
  const { data: kept = [] } = useQuery(casePapersQuery(id));
  const makeable = PAPERS_OF_CASE.filter(({ states }) => states.includes(deal.state));
  return (
    <>
      <div className="case-paper-choices">
        {makeable.map(({ kind }) => (
          <Button key={kind} isSmall onPress={() => openCasePaper(kind)}>
            {`${dealPaperTitle(kind)}…`}
          </Button>
        ))}
      </div>
      {kept.length === 0 ? null : (
        <ul className="quotes">
          {kept.map(({ sequence, kind, at, actor }) => (
            <li key={sequence}>
              <div className="case-paper-line">
                <div>
                  <p>{dealPaperTitle(kind)}</p>
                  <p className="small faint">{`No. ${sequence}, made ${momentText(at)} by ${actor}`}</p>
                </div>
                <Button
                  isSmall
                  aria-label={`Save PDF of ${dealPaperTitle(kind).toLowerCase()} no. ${sequence}`}
                  onPress={() => void saveCasePaper(id, sequence)}
                >
                  Save PDF
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
