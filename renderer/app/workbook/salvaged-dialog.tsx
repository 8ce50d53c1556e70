import type { ReactElement } from 'react';
import type { SalvageReport } from '#shared/domain/records.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { closeDialog } from '../../editor/state/dialogs.ts';

/** What was saved of a damaged workbook, and the list of what was not. */
export const SalvagedDialog = ({ report }: { readonly report: SalvageReport }): ReactElement => (
  <WindowDialog
    title="Salvage"
    width="wide"
    onClose={closeDialog}
    footer={
      <Button tone="primary" onPress={closeDialog}>
        Close
      </Button>
    }
  >
    <div className="stack">
      <Notice
        tone={report.isWhole ? 'done' : 'refer'}
        role="status"
        title={report.isWhole ? 'Everything was saved' : 'Not everything could be saved'}
      >
        What could be read is in “{report.fileName}” ({report.saved} rows
        {report.lost > 0 ? `; ${report.lost} are known to be lost` : ''}). The damaged file was not touched.
        Open the new one and check it, and compare it with the newest backup before you go on.
      </Notice>
      {report.losses.length > 0 && (
        <section aria-label="What is lost">
          <h3>What is lost</h3>
          <ul className="stack-tight">
            {report.losses.map((loss) => (
              <li key={loss} className="dense">
                {loss}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  </WindowDialog>
);
