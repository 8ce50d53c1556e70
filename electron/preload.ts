import { contextBridge } from 'electron';
import { buildBridge } from './ipc/bridge.ts';

contextBridge.exposeInMainWorld('ballast', buildBridge(__CONTRACT_STRUCTURE__));
