import { useQuery } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProgressLine } from '../../components/progress-line.tsx';
import { ReportView } from '../../components/report/report-view.tsx';
import { libraryPackQuery, libraryPacksQuery, recipeQuery } from '../../editor/queries.ts';
import { saveReportPdf } from '../../editor/save-report.ts';
import { cancelReport, makeReport, useLibrary } from './library-store.ts';
import '../../components/report/report-page.css';
import './library.css';

/** The whole calibration of a pack: made in a worker, read here, saved as PDF. */
export function CalibrationPage({ title }: { readonly title: string }): ReactElement {
  const known = useQuery(libraryPacksQuery);
  const packs = known.data ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const id = chosen ?? packs.find(({ isCalibrated }) => isCalibrated)?.id;
  const { data: pack, error: packError } = useQuery({
    ...libraryPackQuery(id ?? ''),
    enabled: id !== undefined,
  });
  const { data: recipe, error: recipeError } = useQuery(recipeQuery);
  const report = useLibrary((state) => state.report);
  const own = report.phase !== 'idle' && report.pack === id ? report : null;
  const error = known.error ?? packError ?? recipeError;
  useEffect(() => cancelReport, []);

  return (
    <section className="report-page" aria-labelledby="page-heading">
      <header>
        <div className="spread">
          <h1 id="page-heading" tabIndex={-1}>
            {title}
          </h1>
          <div className="row">
            {id !== undefined && (
              <ChoiceField
                label="Library"
                isLabelHidden
                value={id}
                choices={packs.map((one) => ({
                  key: one.id,
                  label: one.isCalibrated ? `Library ${one.id}, of the model` : `Library ${one.id}`,
                  detail: one.title,
                }))}
                onChange={setChosen}
              />
            )}
            {own?.phase === 'done' && (
              <Button
                tone="primary"
                icon={<FileDown aria-hidden />}
                onPress={() => void saveReportPdf(own.value)}
              >
                Save PDF…
              </Button>
            )}
          </div>
        </div>
      </header>
      {error !== null && (
        <Notice tone="stop" role="alert" title="The library could not be read">
          {failureText(failureOf(error))}
        </Notice>
      )}
      {own === null && pack !== undefined && recipe !== undefined && (
        <div className="stack calibration-ready">
          <p className="soft measure">
            Fits every figure that the model takes from the library, tries the laws that were not chosen,
            moves each judgement to see what hangs on it, and tests the fits backwards on the years that
            followed. It takes some ten seconds, in the background; the same library gives the same report to
            the byte.
          </p>
          <div className="row">
            <Button tone="primary" onPress={() => makeReport(pack, recipe)}>
              Calibrate
            </Button>
          </div>
        </div>
      )}
      {own?.phase === 'running' && (
        <div className="stack">
          <ProgressLine
            label="Calibration"
            done={own.progress?.done ?? 0}
            total={own.progress?.total ?? null}
            words={
              own.progress === null
                ? 'Starting…'
                : `${own.progress.done + 1} of ${own.progress.total}: ${own.progress.next}`
            }
          />
          <div className="row">
            <Button onPress={cancelReport}>Cancel</Button>
          </div>
        </div>
      )}
      {own?.phase === 'failed' && (
        <Notice tone="stop" role="alert" title="This library cannot be calibrated">
          {own.sentences.join(' ')}
        </Notice>
      )}
      {own?.phase === 'done' && <ReportView report={own.value} />}
    </section>
  );
}
