import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine that notes whoever reaches it, by TCP or UDP. */
export interface NetworkListener {
  readonly port: number;
  readonly contacts: readonly string[];
  readonly close: () => Promise<void>;
}

export async function listen(): Promise<NetworkListener> {
  const contacts: string[] = [];
  const server = createServer((request, response) => {
    contacts.push(`http ${request.url}`);
    if (request.url === '/redirect') response.writeHead(302, { Location: '/landed' }).end();
    else response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('reached');
  });
  server.on('connection', () => contacts.push('tcp connection'));
  server.on('upgrade', (request, socket) => {
    contacts.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const udp = createSocket('udp4');
  udp.on('message', () => contacts.push('udp datagram'));
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve));
  return {
    port,
    contacts,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await new Promise<void>((resolve) => udp.close(resolve));
    },
  };
}
