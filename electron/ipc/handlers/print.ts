import type { Handlers } from '#shared/contract/client.ts';
import type { Contract } from '#shared/contract/contract.ts';
import type { Context } from '../context.ts';

/** These need nothing but the jobs, so that commands without a window can offer them too. */
export const printHandlers: Handlers<Contract, Pick<Context, 'printJobs'>>['print'] = {
  document: ({ printJobs }, { job }) => printJobs.document(job),
  ready: ({ printJobs }, { job, problems }) => printJobs.ready(job, problems),
};
