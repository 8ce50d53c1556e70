import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * When a process of this computer was started, as a text that only that process has: a number that another process got
 * later differs in it. Null when there is no such process, and on Windows, where the system's own locks need no such help.
 */
export function processStart(pid: number): string | null {
  try {
    if (process.platform === 'linux') return startOnLinux(pid);
    return process.platform === 'darwin' ? startOnMac(pid) : null;
  } catch {
    return null;
  }
}

/** Field 22 of /proc/PID/stat, in ticks since the computer was started; the name before it may hold anything. */
function startOnLinux(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A process that ended and whose parent has not looked yet holds nothing any more.
  return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
}

function startOnMac(pid: number): string | null {
  const text = execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    timeout: 2000,
    env: { LC_ALL: 'C', TZ: 'UTC' },
  }).trim();
  return text === '' ? null : text;
}
