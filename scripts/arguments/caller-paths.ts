import { isAbsolute, resolve } from 'node:path';

/** The folder the person stood in when calling npm, which itself moves to the top of the checkout. */
export function callerFolder(env: NodeJS.ProcessEnv = process.env, cwd: string = process.cwd()): string {
  return env.INIT_CWD ?? cwd;
}

/** One argument as the application will see it: a flag with or without a value, or a plain word. */
export type Argument =
  | { readonly kind: 'flag'; readonly name: string; readonly value: string | undefined }
  | { readonly kind: 'word'; readonly value: string };

/** Splits arguments, `--name value` and `--name=value` alike, for the flags named as taking a value. */
export function splitArguments(args: readonly string[], withValue: readonly string[]): readonly Argument[] {
  const result: Argument[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const text = args[index] ?? '';
    const [name = '', ...rest] = text.split('=');
    if (!text.startsWith('--')) {
      result.push({ kind: 'word', value: text });
    } else if (rest.length > 0) {
      result.push({ kind: 'flag', name, value: rest.join('=') });
    } else if (withValue.includes(name)) {
      index += 1;
      result.push({ kind: 'flag', name, value: args[index] });
    } else {
      result.push({ kind: 'flag', name, value: undefined });
    }
  }
  return result;
}

/** Puts arguments together again; the values of the flags that name a path become absolute. */
export function joinArguments(
  args: readonly Argument[],
  pathFlags: readonly string[],
  folder: string,
): readonly string[] {
  return args.flatMap((argument) => {
    if (argument.kind === 'word') return [argument.value];
    if (argument.value === undefined) return [argument.name];
    const isPath = pathFlags.includes(argument.name) && !isAbsolute(argument.value);
    return [argument.name, isPath ? resolve(folder, argument.value) : argument.value];
  });
}
