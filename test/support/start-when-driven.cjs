// Electron runs this before the application of an end-to-end test (`-r`). It holds the start back until the driver is
// attached: a window that opens while the driver attaches is sometimes never reported to it.
const { app } = require('electron');

process.argv.splice(process.argv.indexOf(__filename) - 1, 2);
const started = app.whenReady();
const driven = new Promise((resolve) => {
  // Playwright calls this by its name once it is attached.
  globalThis.__playwright_run = resolve;
});
app.whenReady = () => Promise.all([started, driven]).then(() => undefined);
