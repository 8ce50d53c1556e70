import type { Page } from 'playwright-core';

/**
 * Starts a module worker of the window at an address below the page's own, posts it `messages` in turn and resolves with
 * its first `replyCount` replies. Rejects when the worker cannot be loaded or throws.
 */
export async function askWorker<Message, Reply>(
  page: Page,
  address: string,
  messages: readonly Message[],
  replyCount: number = messages.length,
): Promise<readonly Reply[]> {
  const replies = await page.evaluate(
    (asked) =>
      new Promise<readonly unknown[]>((resolve, reject) => {
        const worker = new Worker(new URL(asked.address, location.href), { type: 'module' });
        const received: unknown[] = [];
        const settle = (act: () => void) => {
          worker.terminate();
          act();
        };
        worker.onmessage = ({ data }: MessageEvent<unknown>) => {
          received.push(data);
          if (received.length === asked.replyCount) settle(() => resolve(received));
        };
        worker.onerror = ({ message }) =>
          settle(() => reject(new Error(message || `no worker at ${asked.address}`)));
        for (const message of asked.messages) worker.postMessage(message);
      }),
    { address, messages: messages as readonly unknown[], replyCount },
  );
  return replies as readonly Reply[];
}
