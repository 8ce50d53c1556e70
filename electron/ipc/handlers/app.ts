import { success } from '#shared/domain/result.ts';
import type { GroupHandlers } from '../context.ts';

export const appHandlers: GroupHandlers<'app'> = {
  info: ({ info }) => success(info()),
  reportProblem: ({ reportProblem }, { where, message }) => success({ logId: reportProblem(where, message) }),
  showMenu: ({ showMenu }, { items }) => {
    showMenu(items);
    return success(undefined);
  },
  flushed: ({ onFlushed }, { token, problem }) => {
    onFlushed(token, problem);
    return success(undefined);
  },
};
