/// <reference lib="webworker" />
import { follow, type LiveMessage } from './follow';

/** One stream for all tabs of a browser. */
const scope = self as unknown as SharedWorkerGlobalScope;
const ports = new Set<MessagePort>();
let running: AbortController | null = null;
let last: LiveMessage | null = null;

function tell(message: LiveMessage) {
  if (message.kind === 'state') {
    last = message;
  }
  if (message.kind === 'signed-out') {
    running = null;
  }
  ports.forEach((port) => port.postMessage(message));
}

scope.onconnect = (event) => {
  const port = event.ports[0]!;
  port.onmessage = ({ data }: MessageEvent<'start' | 'stop' | 'leave'>) => {
    if (data === 'start') {
      ports.add(port);
      if (last) {
        port.postMessage(last);
      }
      if (!running) {
        running = new AbortController();
        void follow(tell, running.signal);
      }
    } else {
      if (data === 'leave') {
        ports.delete(port);
      }
      if (data === 'stop' || ports.size === 0) {
        running?.abort();
        running = null;
        last = null;
      }
    }
  };
  port.start();
};
