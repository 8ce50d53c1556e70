import { listAudit } from '../../store/audit/audit.ts';
import type { GroupHandlers } from '../context.ts';

export const auditHandlers: GroupHandlers<'audit'> = {
  list: ({ session }, filter) => session.using((workbook) => listAudit(workbook, filter)),
};
