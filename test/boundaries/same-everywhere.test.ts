import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../shared');

/** What answers by the computer's time zone, language, clock or by chance. */
const BY_MACHINE =
  /toLocale\w+|localeCompare|\bIntl\.|getFullYear|getMonth\(|getDate\(|getHours|getMinutes|getTimezoneOffset|Date\.now|new Date\(\)|Math\.random|process\.env/;

/** The one question of that kind, asked by callers and handed on as a day. */
const ALLOWED = ['domain/dates.ts'];

describe('what is computed', () => {
  it('depends on no time zone, language, clock or chance', () => {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.ts$/.test(name),
    );
    expect(files.length).toBeGreaterThan(200);
    const found = files
      .map((name) => name.replaceAll('\\', '/'))
      .filter((name) => !ALLOWED.includes(name))
      .flatMap((name) =>
        readFileSync(join(root, name), 'utf8')
          .split('\n')
          .flatMap((line, i) =>
            BY_MACHINE.test(line) && !/^\s*(\/\/|\*|\/\*\*)/.test(line)
              ? [`${name}:${i + 1} ${line.trim()}`]
              : [],
          ),
      );
    expect(found).toEqual([]);
  });
});
