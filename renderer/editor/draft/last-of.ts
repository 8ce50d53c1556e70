/**
 * The function with its last answer kept: asked again about the very same arguments it does nothing. For pure functions
 * of what is on the screen, which each price would otherwise have computed anew.
 */
export function lastOf<Arguments extends readonly unknown[], Value>(
  compute: (...given: Arguments) => Value,
): (...given: Arguments) => Value {
  let last: { readonly given: Arguments; readonly value: Value } | null = null;
  return (...given) => {
    if (last === null || given.some((argument, i) => !Object.is(argument, last?.given[i])))
      last = { given, value: compute(...given) };
    return last.value;
  };
}
