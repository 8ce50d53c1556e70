import inspector from 'node:inspector';
import { app } from 'electron';

/** Switches that let another program drive the windows, and with them the whole bridge to the workbook. */
const DEBUGGING_SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe'];

/**
 * Whether the application must not start because somebody asks to drive its windows. What is shipped refuses. An
 * application run from its sources may be debugged, and so may the packaged copy that tests drive: its inspector is open,
 * which the fuses of the shipped one forbid.
 */
export const isDebuggingRefused = (): boolean =>
  app.isPackaged &&
  inspector.url() === undefined &&
  DEBUGGING_SWITCHES.some((name) => app.commandLine.hasSwitch(name));
