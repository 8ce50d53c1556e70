export const commandWords = {
  searchLabel: 'Search commands and assessments',
  searchHint: 'Type a command or the name of a subject',
  matches: 'Matches',
  commands: 'Commands',
  noMatch: 'Nothing is called that.',
  moveInList: 'Move in the list, open a row',
  chartAsTable: 'Show a chart as a table',
  putFieldBack: 'Put a field back as it was',
  inPlace: 'In place',
} as const;
