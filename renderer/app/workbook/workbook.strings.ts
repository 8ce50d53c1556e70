export const workbookWords = {
  checkWorkbook: 'Check workbook',
  notChecked: 'The check could not be made',
  checking: 'Checking the file, its references and the audit chain…',
  openWorkbook: 'Open workbook',
  newWorkbook: 'New workbook',
} as const;
