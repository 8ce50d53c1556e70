// npm run package [-- --installers]: packages the application for this platform into dist/.
import { packageApplication } from './packaging/package-application.ts';
import { shippedFuses } from './packaging/shipped-fuses.ts';
import { type FuseName, readFuses } from './runtime/fuses.ts';
import { runMain, SetupFailure } from './runtime/setup-failure.ts';

await runMain(async () => {
  const packaged = await packageApplication({ installers: process.argv.includes('--installers') });
  const fuses = await readFuses(packaged.executable);
  const names = Object.keys(shippedFuses) as FuseName[];
  const wrong = names.filter((name) => fuses[name] !== shippedFuses[name]);
  if (wrong.length > 0) throw new SetupFailure(`Packaged with wrong fuses: ${wrong.join(', ')}.`);
  console.log(packaged.folder);
  return 0;
});
