/** Bytes 68..71 of every workbook: "BLST". Tells a workbook from any other SQLite file. */
export const APPLICATION_ID = 0x424c5354;
export const WORKBOOK_EXTENSION = '.ballast';
