import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { formatCount } from '#shared/domain/format-date.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { Segments } from '../../components/segments.tsx';
import { changeSettings } from '../../editor/actions.ts';
import { runCommand } from '../../editor/commands/command.ts';
import { workbookCommands } from '../../editor/commands/workbook-commands.ts';
import { PAPERS } from '../../editor/papers.ts';
import { currentModelQuery, infoQuery, settingsQuery, workbookQuery } from '../../editor/queries.ts';
import { BackupsBlock } from './backups-block.tsx';
import { CapacitiesBlock } from './capacities-block.tsx';
import { InsurerBlock } from './insurer-block.tsx';
import { PeopleBlock } from './people-block.tsx';
import './settings-page.css';

const THEMES = [
  { key: 'system', label: 'System' },
  { key: 'light', label: 'Light' },
  { key: 'dark', label: 'Dark' },
] as const;
/** The look, the paper; people and insurer; the workbook; and what this copy of Ballast is. */
export function SettingsPage({ title }: { readonly title: string }): ReactElement {
  const { data: settings, error } = useQuery(settingsQuery);
  return (
    <section className="settings-page" aria-labelledby="page-heading">
      <h1 id="page-heading" tabIndex={-1}>
        {title}
      </h1>
      {error !== null && (
        <Notice tone="stop" role="alert" title="The settings could not be read">
          {failureText(failureOf(error))}
        </Notice>
      )}
      {settings !== undefined && (
        <div className="section-block">
          <Segments
            label="Theme"
            value={settings.theme}
            choices={THEMES}
            onChange={(theme) => void changeSettings({ theme })}
          />
          <Segments
            label="Paper"
            help="The paper size offered first when a quote is issued."
            value={settings.paper}
            choices={PAPERS}
            onChange={(paper) => void changeSettings({ paper })}
          />
        </div>
      )}
      <PeopleBlock />
      <InsurerBlock />
      <WorkbookBlock />
      <CapacitiesBlock />
      <BackupsBlock />
      <AboutBlock />
    </section>
  );
}

function WorkbookBlock(): ReactElement {
  const { data: workbook } = useQuery(workbookQuery);
  return (
    <div className="section-block">
      <h2>Workbook</h2>
      {workbook !== undefined && workbook.problem === null && (
        <Facts
          facts={[
            { label: 'File', value: workbook.name },
            { label: 'Folder', value: workbook.folder },
            { label: 'Size', value: `${(workbook.sizeBytes / 1_048_576).toFixed(1)} MB` },
            {
              label: 'Holds',
              value: `${formatCount(workbook.assessmentCount, 'assessment')}, ${formatCount(workbook.quoteCount, 'quote')}`,
            },
            ...(workbook.isReadOnly ? [{ label: 'State', value: 'Read-only' }] : []),
          ]}
        />
      )}
      <div className="row">
        {workbookCommands.map((command) => (
          <Button key={command.id} onPress={() => runCommand(command)}>
            {command.title}
          </Button>
        ))}
      </div>
    </div>
  );
}

function AboutBlock(): ReactElement {
  const { data: info } = useQuery(infoQuery);
  const { data: current } = useQuery(currentModelQuery);
  return (
    <div className="section-block">
      <h2>About</h2>
      {current !== undefined && (
        <>
          <Facts
            facts={[
              { label: 'Rating model', value: `${current.model.title}, ${current.model.version}` },
              { label: 'Hash of the model', value: current.hash.slice(0, 16) },
              { label: 'Grades', value: current.model.gradeStatus },
            ]}
          />
          <p className="small soft measure">{current.model.statement}</p>
        </>
      )}
      {info !== undefined && (
        <Facts
          facts={[
            { label: 'Ballast', value: info.version },
            { label: 'Pricing engine', value: info.engine },
            { label: 'Electron', value: `${info.electron} (Chromium ${info.chromium}, Node ${info.node})` },
            { label: 'SQLite', value: info.sqlite },
          ]}
        />
      )}
    </div>
  );
}
