import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { contract } from '#shared/contract/contract.ts';
import type { PrintJobs } from '../documents/print-jobs.ts';
import { logUnexpected } from '../host/log.ts';
import { refuse } from '../security/refusals.ts';
import { roleOfSender } from '../security/sender.ts';
import type { Context } from './context.ts';
import { handlers } from './handlers/index.ts';
import { printHandlers } from './handlers/print.ts';
import { type AnyHandlers, type CallHost, registerContract } from './register-contract.ts';

type Handle = CallHost<IpcMainInvokeEvent>['handle'];

/** Answers the calls of the contract: print windows may ask for their document, the workbench for everything else. */
export function setupIpc(context: Context, handle: Handle): void {
  const host = hostBy(handle);
  registerContract({ groups: contract, handlers: handlers as AnyHandlers<Context>, context, host });
}

/** Answers print windows alone, for the commands that run without the workbench. */
export function setupPrintIpc(printJobs: PrintJobs): void {
  const handlers = { print: printHandlers } as AnyHandlers<{ readonly printJobs: PrintJobs }>;
  const host = hostBy((channel, answer) => ipcMain.handle(channel, answer));
  registerContract({ groups: { print: contract.print }, handlers, context: { printJobs }, host });
}

const hostBy = (handle: Handle): CallHost<IpcMainInvokeEvent> => ({
  handle,
  isTrusted: (event, group) => {
    const role = roleOfSender(event);
    return role === 'print' ? group === 'print' : role === 'workbench' && group !== 'print';
  },
  onRefused: (channel) => refuse('call', channel),
  onUnexpected: logUnexpected,
});
