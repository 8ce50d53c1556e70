import { contextBridge, webFrame } from 'electron';
import { buildBridge } from './ipc/bridge.ts';

// Peer connections open sockets by themselves. No page needs them, so they are gone before a page's own code runs.
void webFrame.executeJavaScript(
  "for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) delete globalThis[name];",
);
contextBridge.exposeInMainWorld('ballast', buildBridge(__CONTRACT_STRUCTURE__));
