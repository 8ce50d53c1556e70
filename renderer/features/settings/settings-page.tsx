import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { Segments } from '../../components/segments.tsx';
import {
  backUpWorkbook,
  changeSettings,
  createWorkbook,
  openWorkbook,
  showWorkbookInFolder,
} from '../../editor/actions.ts';
import { currentModelQuery, infoQuery, settingsQuery, workbookQuery } from '../../editor/queries.ts';
import { openDialog } from '../../editor/state/dialogs.ts';
import { settingsWords as words } from './settings.strings.ts';
import { UnderwriterField } from './underwriter-field.tsx';
import './settings-page.css';

const THEMES = [
  { key: 'system', label: 'As the system' },
  { key: 'light', label: 'Light' },
  { key: 'dark', label: 'Dark' },
] as const;
const PAPERS = [
  { key: 'a4', label: 'A4' },
  { key: 'letter', label: 'Letter' },
] as const;

/** The underwriter, the look, the paper; the workbook; and what this copy of Ballast is. */
export function SettingsPage({ title }: { readonly title: string }): ReactElement {
  const { data: settings, error } = useQuery(settingsQuery);
  return (
    <section className="settings-page" aria-labelledby="page-heading">
      <h1 id="page-heading" tabIndex={-1}>
        {title}
      </h1>
      {error !== null && (
        <Notice tone="stop" role="alert" title={words.notRead}>
          {failureText(failureOf(error))}
        </Notice>
      )}
      {settings !== undefined && (
        <div className="section-block">
          <UnderwriterField value={settings.underwriter} />
          <Segments
            label={words.theme}
            value={settings.theme}
            choices={THEMES}
            onChange={(theme) => void changeSettings({ theme })}
          />
          <Segments
            label={words.paper}
            help={words.paperHelp}
            value={settings.paper}
            choices={PAPERS}
            onChange={(paper) => void changeSettings({ paper })}
          />
        </div>
      )}
      <WorkbookBlock />
      <AboutBlock />
    </section>
  );
}

function WorkbookBlock(): ReactElement {
  const { data: workbook } = useQuery(workbookQuery);
  return (
    <div className="section-block">
      <h2>{words.workbook}</h2>
      {workbook !== undefined && workbook.problem === null && (
        <Facts
          facts={[
            { label: words.file, value: workbook.name },
            { label: words.folder, value: workbook.folder },
            { label: words.size, value: `${(workbook.sizeBytes / 1_048_576).toFixed(1)} MB` },
            {
              label: words.holds,
              value: `${workbook.assessmentCount} assessments, ${workbook.quoteCount} quotes`,
            },
            ...(workbook.isReadOnly ? [{ label: words.state, value: words.readOnly }] : []),
          ]}
        />
      )}
      <div className="row">
        <Button onPress={() => void openWorkbook()}>{words.open}</Button>
        <Button onPress={() => void createWorkbook()}>{words.create}</Button>
        <Button onPress={() => void showWorkbookInFolder()}>{words.show}</Button>
        <Button onPress={() => void backUpWorkbook()}>{words.backUp}</Button>
        <Button onPress={() => openDialog('workbook-check')}>{words.check}</Button>
      </div>
    </div>
  );
}

function AboutBlock(): ReactElement {
  const { data: info } = useQuery(infoQuery);
  const { data: current } = useQuery(currentModelQuery);
  return (
    <div className="section-block">
      <h2>{words.about}</h2>
      {current !== undefined && (
        <>
          <Facts
            facts={[
              { label: words.model, value: `${current.model.title}, ${current.model.version}` },
              { label: words.hash, value: current.hash.slice(0, 16) },
              { label: words.gradeStatus, value: current.model.gradeStatus },
            ]}
          />
          <p className="small soft measure">{current.model.statement}</p>
        </>
      )}
      {info !== undefined && (
        <Facts
          facts={[
            { label: 'Ballast', value: info.version },
            { label: words.engine, value: info.engine },
            { label: 'Electron', value: `${info.electron} (Chromium ${info.chromium}, Node ${info.node})` },
            { label: 'SQLite', value: info.sqlite },
          ]}
        />
      )}
    </div>
  );
}
