export const appWords = {
  crashTitle: 'This window could not be drawn',
  crashMeaning:
    'A part of the window failed. Your work is in the workbook: every change is written within a second, and what was still waiting was written now. Reload the window to go on.',
  reloadTheWindow: 'Reload the window',
  copyReport: 'Copy report',
  messages: 'Messages',
  dismiss: 'Dismiss',
  readOnlyTitle: 'This workbook is open read-only',
  readOnlyMeaning:
    'Everything can be looked at, nothing can be saved. Open another workbook, or make the file writable and open it again.',
} as const;
