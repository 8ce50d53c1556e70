// The least of Chromium's DevTools protocol that timing a start needs. A driver such as Playwright attaches to the main
// process as well and holds the start up while it does.

export interface PageSession {
  /** Evaluates an expression in the page; a promise is waited for. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly send: (method: string, params: object) => Promise<unknown>;
  /** Ends the application as its Quit command does. */
  readonly quit: () => void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly sessionId?: string;
    readonly targetInfo?: { readonly type: string };
    readonly context?: { readonly id: number; readonly origin: string };
  };
  readonly result?: {
    readonly result?: { readonly value?: unknown };
    readonly exceptionDetails?: { readonly text: string };
  };
  readonly error?: { readonly message: string };
}

const GONE: Message = { error: { message: 'The application ended.' } };

/** Attaches to the application that listens at `address` and waits for its page of `origin`. */
export async function attachToPage(address: string, origin: string): Promise<PageSession> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (message: Message) => void>();
  let sessionId: string | undefined;
  let last = 0;
  const ask = (method: string, params: object): Promise<Message> => {
    last += 1;
    const id = last;
    socket.send(JSON.stringify({ id, method, params, sessionId }));
    return new Promise((resolve) => void waiting.set(id, resolve));
  };
  const contextId = await new Promise<number>((resolve, reject) => {
    socket.addEventListener('message', ({ data }) => {
      const { id, method, params, ...answer } = JSON.parse(String(data)) as Message;
      if (id !== undefined) {
        waiting.get(id)?.(answer);
        waiting.delete(id);
      } else if (method === 'Target.attachedToTarget' && params?.targetInfo?.type === 'page') {
        sessionId = params.sessionId;
        void ask('Runtime.enable', {});
      } else if (method === 'Runtime.executionContextCreated' && params?.context?.origin === origin) {
        resolve(params.context.id);
      }
    });
    socket.addEventListener('open', () => {
      void ask('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
    });
    socket.addEventListener('close', () => {
      for (const answer of waiting.values()) answer(GONE);
      reject(new Error(`The application at ${address} ended before it showed a page of ${origin}.`));
    });
  });
  return {
    evaluate: async (expression) => {
      const params = { expression, contextId, awaitPromise: true, returnByValue: true };
      const { error, result } = await ask('Runtime.evaluate', params);
      const problem = error?.message ?? result?.exceptionDetails?.text;
      if (problem !== undefined) throw new Error(problem);
      return result?.result?.value;
    },
    send: ask,
    quit: () => void ask('Browser.close', {}),
  };
}
