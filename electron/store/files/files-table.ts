import type { RecordKind } from '../audit/record-hash.ts';
import { blob, integer, table, text } from '../connection/table.ts';

export const attachmentsTable = table('attachments', {
  key: { sha256: text },
  values: { size: integer, type: text, addedAt: text, bytes: blob },
});

export const fileKind: RecordKind = { name: 'file', tables: [attachmentsTable], words: 'This file' };
