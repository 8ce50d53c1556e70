export const workbookWords = {
  notChecked: 'The check could not be made',
  checking: 'Checking the file, its references and the audit chain…',
} as const;
