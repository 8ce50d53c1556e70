/** A worker as its user sees it. */
export interface BackgroundWorker<Request> {
  readonly send: (request: Request) => void;
  readonly end: () => void;
}

export type StartWorker<Request, Reply> = (
  onReply: (reply: Reply) => void,
  onBroken: (why: string) => void,
) => BackgroundWorker<Request>;

/** Listens to a worker just started; `why` is what a person is told when it breaks. */
export function listenTo<Request, Reply>({
  worker,
  onReply,
  onBroken,
  why,
}: {
  readonly worker: Worker;
  readonly onReply: (reply: Reply) => void;
  readonly onBroken: (why: string) => void;
  readonly why: string;
}): BackgroundWorker<Request> {
  worker.onmessage = (event: MessageEvent<Reply>) => onReply(event.data);
  worker.onerror = () => onBroken(why);
  worker.onmessageerror = () => onBroken(why);
  return { send: (request) => worker.postMessage(request), end: () => worker.terminate() };
}
