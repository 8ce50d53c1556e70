import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../renderer/styles/tokens.css'), 'utf8');

function palette(selector: string): Map<string, string> {
  const start = css.indexOf(selector);
  const body = css.slice(start, css.indexOf('}', start));
  return new Map([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const GRADES = Array.from({ length: 10 }, (_, index) => `grade-${index + 1}`);
const TEXT = [
  'ink',
  'ink-soft',
  'ink-faint',
  'accent',
  'warning-ink',
  'stop-ink',
  'custody',
  'audits',
  'incidents',
  ...GRADES,
];
const PAIRS: readonly (readonly [string, string])[] = [
  ...TEXT.flatMap((text) => ['paper', 'paper-sunk', 'paper-float'].map((ground) => [text, ground] as const)),
  ['on-accent', 'accent'],
  ['stop-ink', 'stop-soft'],
  ['ink-soft', 'stop-soft'],
  ['warning-ink', 'warning-soft'],
  ['ink', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['ink', 'good-soft'],
  ['paper', 'ink-soft'],
  ['paper', 'stop'],
];

describe.each([
  ['light', ':root {'],
  ['dark', ':root[data-theme="dark"] {'],
])('the %s palette', (_name, selector) => {
  const colours = palette(selector);
  it.each(PAIRS)('%s on %s can be read (WCAG AA)', (text, ground) => {
    expect(contrast(colours.get(text) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
  });
  it.each([
    ['line-strong', 'paper'],
    ['focus', 'paper'],
    ['warning', 'paper'],
    ['stop', 'paper'],
  ])('%s on %s can be seen (3 to 1)', (mark, ground) => {
    expect(contrast(colours.get(mark) ?? '', colours.get(ground) ?? '')).toBeGreaterThanOrEqual(3);
  });
});
