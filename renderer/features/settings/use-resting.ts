import { useCallback, useEffect, useRef, useState } from 'react';

const REST_MS = 400;

/** A value that is kept as soon as typing rests, and when its field goes: what is shown of it, and how to change it. */
export function useResting<T>(value: T, keep: (value: T) => void): readonly [T, (value: T) => void] {
  const [typed, setTyped] = useState<{ readonly value: T } | null>(null);
  const pending = useRef<{ readonly value: T; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const keeping = useRef(keep);
  keeping.current = keep;
  const flush = useCallback(() => {
    if (pending.current === null) return;
    clearTimeout(pending.current.timer);
    keeping.current(pending.current.value);
    pending.current = null;
  }, []);
  useEffect(() => flush, [flush]);
  const change = (next: T) => {
    setTyped({ value: next });
    if (pending.current !== null) clearTimeout(pending.current.timer);
    pending.current = { value: next, timer: setTimeout(flush, REST_MS) };
  };
  return [typed === null ? value : typed.value, change];
}
