import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { channelName } from '#shared/contract/call.ts';

type Answer = (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>;

export interface HeldCalls {
  /** Says who answers the calls of a channel. */
  readonly handle: (channel: string, answer: Answer) => void;
  /** From now on every call is answered, those made before first. */
  readonly release: () => void;
}

/** Takes every call of the contract from now on and holds it until the parts of the application are there to answer. */
export function holdCalls(): HeldCalls {
  const answers = new Map<string, Answer>();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  for (const [group, entries] of Object.entries(__CONTRACT_STRUCTURE__)) {
    for (const [name, kind] of Object.entries(entries)) {
      if (kind === 'event') continue;
      const channel = channelName(group, name);
      ipcMain.handle(channel, async (event, input) => {
        await released;
        const answer = answers.get(channel);
        if (answer === undefined) throw new Error(`The call ${group}.${name} has no handler`);
        return answer(event, input);
      });
    }
  }
  return { handle: (channel, answer) => void answers.set(channel, answer), release };
}
