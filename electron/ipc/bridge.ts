import { ipcRenderer } from 'electron';
import { channelName } from '#shared/contract/call.ts';
import type { ContractStructure } from '#shared/contract/structure.ts';

type Listener = (payload: unknown) => void;
type Bridge = Record<string, Record<string, (argument?: unknown) => unknown>>;

/** The window's side of the contract: a function per call, a subscription per event, and no way to name a channel. */
export function buildBridge(structure: ContractStructure): Bridge {
  const bridge: Bridge = {};
  for (const [group, entries] of Object.entries(structure)) {
    const members: Bridge[string] = {};
    for (const [name, kind] of Object.entries(entries)) {
      const channel = channelName(group, name);
      members[name] =
        kind === 'event'
          ? (listener) => subscribe(channel, listener as Listener)
          : (input) => ipcRenderer.invoke(channel, input);
    }
    bridge[group] = members;
  }
  return bridge;
}

function subscribe(channel: string, listener: Listener): () => void {
  const receive = (_event: unknown, payload: unknown): void => listener(payload);
  ipcRenderer.on(channel, receive);
  return () => void ipcRenderer.off(channel, receive);
}
