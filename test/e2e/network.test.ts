import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '#test/support/electron-launch.ts';
import { attemptEverything, departures } from './network-attempts.ts';
import { listen, type NetworkListener } from './network-listener.ts';

const PAGE = 'app://ballast/index.html';

it('asks for nothing while it starts, stands open and ends', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ballast-net-log-'));
  const file = join(folder, 'net-log.json');
  const app = await launchApp({ args: [`--log-net-log=${file}`] });
  await app.page.waitForTimeout(1_500);
  await app.close();
  const events = netLogEvents(file);
  expect(events.length).toBeGreaterThan(0);
  expect(addressesIn(events)).toEqual([]);
  await rm(folder, { recursive: true });
});

describe('no request leaves the application', () => {
  let app: RunningApp;
  let listener: NetworkListener;

  beforeAll(async () => {
    listener = await listen();
    app = await launchApp();
  });
  afterAll(async () => {
    await app?.close();
    await listener?.close();
  });

  const refusals = (): string => readFileSync(join(app.userData, 'logs', 'main.log'), 'utf8');
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const expectAlive = async (): Promise<void> => {
    expect(await app.page.evaluate(() => location.href.split('#')[0])).toBe(PAGE);
    expect(app.electron.windows()).toHaveLength(1);
    const info = await app.page.evaluate(() => window.ballast.app.info());
    expect(info).toMatchObject({ ok: true });
  };

  it('the listener would notice', async () => {
    expect(await (await fetch(`http://127.0.0.1:${listener.port}/self-test`)).text()).toBe('reached');
    expect(listener.contacts).toContain('http /self-test');
    (listener.contacts as string[]).length = 0;
  });

  it('by the content policy, whatever the page tries', async () => {
    const results = await app.page.evaluate(attemptEverything, listener.port);
    expect(Object.keys(results).length).toBeGreaterThan(20);
    expect(Object.entries(results).filter(([, result]) => result === 'reached')).toEqual([]);
    expect(listener.contacts).toEqual([]);
    await expectAlive();
  });

  it('by the lock on the session, even without a content policy', async () => {
    const tools = await app.electron.context().newCDPSession(app.page);
    await tools.send('Page.setBypassCSP', { enabled: true });
    const loaded = app.page.waitForEvent('load');
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.reload(),
    );
    await loaded;
    const results = await app.page.evaluate(attemptEverything, listener.port);
    expect(Object.entries(results).filter(([, result]) => result === 'reached')).toEqual([]);
    expect(listener.contacts).toEqual([]);
    for (const path of ['fetch', 'xhr', 'image.png', 'script.js', 'style.css', 'beacon', 'redirect']) {
      expect(refusals()).toContain(`[refused] request http://127.0.0.1:${listener.port}/${path}`);
    }
    expect(refusals()).toContain(`[refused] request ws://127.0.0.1:${listener.port}/socket`);
    expect(refusals()).toContain('[refused] request https://example.org/');
    await expectAlive();
  });

  it.each(Object.keys(departures) as (keyof typeof departures)[])('by leaving the page (%s)', async (way) => {
    await app.page.evaluate(departures[way], listener.port);
    await pause(300);
    expect(listener.contacts).toEqual([]);
    await expectAlive();
  });

  it('without a socket of Chromium’s own, whatever is looked up', async () => {
    const file = join(app.userData, 'net-log.json');
    await app.electron.evaluate(async ({ session }, path) => {
      await session.defaultSession.netLog.startLogging(path, { captureMode: 'everything' });
    }, file);
    await app.page.evaluate(attemptEverything, listener.port);
    const found = await app.electron.evaluate(async ({ session }) => {
      const lookUp = (name: string, of = session.defaultSession): Promise<string> =>
        of.resolveHost(name).then(
          () => 'found',
          () => 'not found',
        );
      const all = [
        await lookUp('example.org'),
        await lookUp('later.example', session.fromPartition('later')),
      ];
      // One request without the lock, so that the log is seen to name what was asked for.
      const control = session.fromPartition('control');
      control.webRequest.onBeforeRequest(null);
      await control.fetch('http://control.example/').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await session.defaultSession.netLog.stopLogging();
      return all;
    });
    expect(found).toEqual(['not found', 'not found']);
    const events = netLogEvents(file);
    expect(addressesIn(events)).toEqual(['http://control.example/']);
    expect(events.filter(({ name }) => name === 'HOST_RESOLVER_MANAGER_REQUEST')).toEqual([]);
    expect(events.filter(({ name }) => /^(UDP|TCP)_CONNECT|IPV6_REACHABILITY/.test(name))).toEqual([]);
  });

  it('and says in its log what was refused', () => {
    expect(refusals()).toContain(`[refused] navigation http://127.0.0.1:${listener.port}/location`);
    expect(refusals()).toContain(`[refused] new-window http://127.0.0.1:${listener.port}/window`);
    expect(refusals()).toContain('[refused] navigation app://ballast.example/index.html');
  });

  it('from the main process either', async () => {
    const { port } = listener;
    const results = await app.electron.evaluate(async ({ net, session, BrowserWindow }, at) => {
      const outcome = (promise: Promise<unknown>) =>
        promise.then(
          () => 'reached',
          () => 'refused',
        );
      const hidden = new BrowserWindow({ show: false });
      const other = session.fromPartition('elsewhere');
      const all = {
        net: await outcome(net.fetch(`http://127.0.0.1:${at}/net`)),
        session: await outcome(session.defaultSession.fetch(`http://127.0.0.1:${at}/session`)),
        otherSession: await outcome(other.fetch(`http://127.0.0.1:${at}/other`)),
        load: await outcome(hidden.loadURL(`http://127.0.0.1:${at}/load`)),
        redirect: await outcome(hidden.loadURL(`http://127.0.0.1:${at}/redirect`)),
        name: await outcome(session.defaultSession.resolveHost('example.org')),
        fetch: await outcome(fetch(`http://127.0.0.1:${at}/node`)),
        socket: await outcome(
          new Promise((resolve, reject) => {
            const socket = new WebSocket(`ws://127.0.0.1:${at}/node`);
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
        ),
      };
      hidden.destroy();
      return all;
    }, port);
    expect(Object.values(results).filter((result) => result === 'reached')).toEqual([]);
    expect(listener.contacts).toEqual([]);
  });

  it('and pages have no peer connections', async () => {
    expect(await app.page.evaluate(() => 'RTCPeerConnection' in globalThis)).toBe(false);
    expect(await app.page.evaluate(() => 'webkitRTCPeerConnection' in globalThis)).toBe(false);
  });

  it('and permissions are denied', async () => {
    const denied = await app.page.evaluate(async () => {
      const outcome = (promise: Promise<unknown>) =>
        promise.then(
          () => 'granted',
          () => 'denied',
        );
      return {
        notifications: await Notification.requestPermission(),
        camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
        place: await outcome(
          new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        ),
      };
    });
    expect(denied).toEqual({ notifications: 'denied', camera: 'denied', place: 'denied' });
  });
});

const addressesIn = (events: readonly NetLogEvent[]): string[] =>
  events.flatMap(({ name, params }) => {
    const { url } = (params ?? {}) as { url?: string };
    return name === 'REQUEST_ALIVE' && url !== undefined ? [url] : [];
  });

interface NetLogEvent {
  readonly name: string;
  readonly params: unknown;
}

function netLogEvents(file: string): NetLogEvent[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> };
    events: { type: number; params?: unknown }[];
  };
  const names = new Map(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  return events.map(({ type, params }) => ({ name: names.get(type) ?? String(type), params }));
}
