import { app } from 'electron';
import { setupFatalErrors } from './host/fatal.ts';
import { logFolder, setupUserData } from './host/folders.ts';
import { parseLaunch } from './host/launch-arguments.ts';
import { setupLog } from './host/log.ts';
import { registerAppScheme } from './security/app-scheme.ts';
import { isDebuggingRefused } from './security/debugging.ts';
import { lockNavigation } from './security/navigation.ts';
import { lockNetwork, setNetworkSwitches } from './security/network-lock.ts';

const launch = parseLaunch(process.argv.slice(1), app.isPackaged, process.cwd());

if (isDebuggingRefused()) {
  process.stderr.write(
    'Ballast does not start with a debugging port: another program could read and change the workbook.\n',
  );
  app.exit(2);
} else if (launch.kind === 'invalid') {
  process.stderr.write(`${launch.message}\n`);
  app.exit(2);
} else {
  const isHeadless = launch.kind !== 'workbench';
  setupUserData(launch);
  setupLog(logFolder(), isHeadless);
  setupFatalErrors(isHeadless || process.env.BALLAST_UNATTENDED === '1');
  if (isHeadless) {
    // Nothing is shown: a process for the graphics would only take its time.
    app.disableHardwareAcceleration();
    // The page that draws paper after paper then can clear up behind it.
    app.commandLine.appendSwitch('js-flags', '--expose-gc');
  }
  setNetworkSwitches();
  registerAppScheme();
  lockNetwork();
  lockNavigation();
  // Electron is ready only after this file has run to its end, so that nothing is missed meanwhile.
  if (launch.kind === 'workbench') (await import('./app/workbench.ts')).runWorkbench(launch);
  else if (launch.kind === 'quote' || launch.kind === 'papers' || launch.kind === 'decide')
    (await import('./cli/quote-command.ts')).runQuoteCommand(launch);
  else if (launch.kind === 'verify') (await import('./cli/verify-command.ts')).runVerifyCommand(launch);
  else if (launch.kind === 'report') (await import('./cli/report-command.ts')).runReportCommand(launch);
  else (await import('./cli/rescue-command.ts')).runRescueCommand(launch);
}
