import { app, type Session } from 'electron';
import { APP_ORIGIN, isOwnResource, parseAddress } from './app-origin.ts';
import { denyPermissions } from './permissions.ts';
import { refuse } from './refusals.ts';

/**
 * Chromium's own reasons to reach the network, switched off. Name resolution fails for every host, so even a request
 * that found a way past the session's lock has nowhere to go. Must run before the application is ready.
 */
export function setNetworkSwitches(): void {
  const { commandLine } = app;
  // A name that no address can hold is refused before the resolver sees it. The usual `~NOTFOUND` reaches the resolver, which
  // then asks the system for a route to a public IPv6 address, and a firewall may report that; it stands second, for a
  // runtime that does not take the first rule.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ^NOTFOUND, MAP * ~NOTFOUND');
  commandLine.appendSwitch('no-proxy-server');
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('disable-sync');
  commandLine.appendSwitch('dns-prefetch-disable');
  commandLine.appendSwitch('no-pings');
  commandLine.appendSwitch('disable-quic');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  // Without hidden local names a peer connection needs no multicast socket; the policy above leaves it no other.
  commandLine.appendSwitch('disable-features', 'WebRtcHideLocalIpsWithMdns');
}

/** Node's own ways to the network, which no session guards. Nothing uses them; what tries is refused and logged. */
function lockMainProcess(): void {
  const refused = (name: string) =>
    function refusedConnection(address: unknown): never {
      refuse('request', `${name} ${String(address)}`);
      throw new Error(`The application does not use the network (${name}).`);
    };
  Object.assign(globalThis, {
    fetch: async (address: unknown) => refused('fetch')(address),
    WebSocket: refused('WebSocket'),
    EventSource: refused('EventSource'),
  });
}

/** Closes every session for the network, those made later included. */
export function lockNetwork(): void {
  lockMainProcess();
  app.on('session-created', lockSession);
  app.on('web-contents-created', (_event, contents) => {
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

function lockSession(session: Session): void {
  denyPermissions(session);
  dropSpelling(session);
  session.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed = isOwnResource(details.url) || (!app.isPackaged && isDeveloperTools(details.url));
    if (!isAllowed) refuse('request', details.url);
    answer({ cancel: !isAllowed });
  });
  session.on('will-download', (event, item) => {
    event.preventDefault();
    refuse('request', item.getURL());
  });
}

/** A new session asks Google for the dictionary of its languages even where checking is off: it is left none, and no place. */
function dropSpelling(session: Session): void {
  session.setSpellCheckerDictionaryDownloadURL(`${APP_ORIGIN}/none/`);
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

const isDeveloperTools = (address: string): boolean => parseAddress(address)?.protocol === 'devtools:';
