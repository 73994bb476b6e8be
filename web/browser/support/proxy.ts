import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { hub } from './environment';

/**
 * Stands between a browser and the hub, and can be cut. It also tells how many streams of events are open through it, which a browser does
 * not tell of a worker.
 */
export class Proxy {
  private readonly sockets = new Set<Socket>();
  private readonly streaming = new Set<Socket>();
  private isCut = false;
  /** For each stream that was asked for: after which event it was to go on. */
  readonly resumedAfter: (number | null)[] = [];

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Proxy> {
    const target = new URL(hub);
    const server = createServer();
    const proxy = new Proxy(server);
    server.on('connection', (socket) => {
      if (proxy.isCut) {
        socket.destroy();
        return;
      }
      const onwards = connect(Number(target.port), target.hostname);
      proxy.sockets.add(socket);
      socket.on('data', (chunk) => proxy.note(socket, chunk.toString('latin1')));
      socket.pipe(onwards).pipe(socket);
      const end = () => {
        socket.destroy();
        onwards.destroy();
        proxy.sockets.delete(socket);
        proxy.streaming.delete(socket);
      };
      for (const one of [socket, onwards]) {
        one.on('close', end);
        one.on('error', end);
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  private note(socket: Socket, text: string): void {
    if (text.includes('GET /api/v1/events/stream ')) {
      this.streaming.add(socket);
      const after = /^last-event-id: (\d+)/im.exec(text)?.[1];
      this.resumedAfter.push(after === undefined ? null : Number(after));
    }
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** How many streams are open. */
  streams(): number {
    return this.streaming.size;
  }

  /** Breaks every connection, and lets no new one through until it is mended. */
  cut(): void {
    this.isCut = true;
    this.sockets.forEach((socket) => socket.destroy());
  }

  mend(): void {
    this.isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
