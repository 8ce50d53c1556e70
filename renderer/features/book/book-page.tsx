import { useQuery } from '@tanstack/react-query';
import { FileDown } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { modelBook } from '#shared/report/model-book/model-book.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { Notice } from '../../components/notice.tsx';
import { ReportView } from '../../components/report/report-view.tsx';
import { currentModelQuery, keptModelsQuery, modelQuery } from '../../editor/queries.ts';
import { saveReportPdf } from '../../editor/save-report.ts';
import '../../components/report/report-page.css';

/** A rating model as a book: the one in use, or one that the workbook keeps. */
export function BookPage({ title }: { readonly title: string }): ReactElement {
  const current = useQuery(currentModelQuery);
  const { data: kept = [] } = useQuery(keptModelsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const hash = chosen ?? current.data?.hash;
  const read = useQuery({ ...modelQuery(hash ?? ''), enabled: hash !== undefined });
  const report = useMemo(() => (read.data === undefined ? null : modelBook(read.data)), [read.data]);
  const error = current.error ?? read.error;
  const others = kept.filter((one) => one.hash !== current.data?.hash);

  return (
    <section className="report-page" aria-labelledby="page-heading">
      <header>
        <div className="spread">
          <h1 id="page-heading" tabIndex={-1}>
            {title}
          </h1>
          <div className="row">
            {current.data !== undefined && others.length > 0 && hash !== undefined && (
              <ChoiceField
                label="Model"
                isLabelHidden
                value={hash}
                choices={[
                  { key: current.data.hash, label: `${current.data.model.id}, in use` },
                  ...others.map((one) => ({
                    key: one.hash,
                    label: one.modelId,
                    detail: `Kept in this workbook on ${formatDate(one.keptAt.slice(0, 10))}`,
                  })),
                ]}
                onChange={setChosen}
              />
            )}
            {report !== null && (
              <Button
                tone="primary"
                icon={<FileDown aria-hidden />}
                onPress={() => void saveReportPdf(report)}
              >
                Save PDF…
              </Button>
            )}
          </div>
        </div>
      </header>
      {error !== null && (
        <Notice tone="stop" role="alert" title="The rating model could not be read">
          {failureText(failureOf(error))}
        </Notice>
      )}
      {report !== null && <ReportView key={hash} report={report} />}
    </section>
  );
}
