/** A record with a field set, or without it where it is not given: what is left out keeps its hash. */
export function withField<R extends object, K extends keyof R>(
  record: R,
  key: K,
  value: R[K] | undefined,
): R {
  if (value !== undefined) return { ...record, [key]: value };
  const { [key]: _, ...rest } = record;
  return rest as R;
}
