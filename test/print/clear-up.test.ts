import { afterEach, expect, it, vi } from 'vitest';
import { clearUp } from '#renderer/print/clear-up.ts';

afterEach(() => vi.unstubAllGlobals());

it('clears up behind each tenth paper where the page may, and nowhere else', () => {
  for (let paper = 0; paper < 10; paper += 1) clearUp();
  const gc = vi.fn();
  vi.stubGlobal('gc', gc);
  for (let paper = 0; paper < 9; paper += 1) clearUp();
  expect(gc).not.toHaveBeenCalled();
  clearUp();
  expect(gc).toHaveBeenCalledTimes(1);
  for (let paper = 0; paper < 20; paper += 1) clearUp();
  expect(gc).toHaveBeenCalledTimes(3);
});
