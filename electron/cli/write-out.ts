/** Waits until the text is written: ending the process earlier would cut it off on a slow pipe. */
export const writeOut = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve) => {
    stream.write(`${text}\n`, () => resolve());
  });
