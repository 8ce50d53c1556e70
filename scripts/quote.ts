// npm run quote [-- FILE] [--workbook FILE] [--out FOLDER] [--paper a4|letter]: quotes a submission without a window.
// npm run quote -- FOLDER [...]: quotes every submission in a folder.
// npm run quote -- --decide refer|approve|send-back|decline|issue --case REFERENCE --as NAME: decides on a referral.
// npm run quote -- --papers FOLDER [--workbook FILE]: writes the papers of issued quotes that are missing there.
import './runtime/keep-compiled.ts';

// Only what is imported from here on is kept compiled.
await import('./commands/quote.ts');
