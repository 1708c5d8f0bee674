/**
 * A frame without an origin around the interpreter. It knows the page that made it by the port it was handed and passes
 * messages on; when told to stop it ends the worker, whatever runs in it, and begins another.
 */
declare const WORKER: string;

let worker: Worker | undefined;
let port: MessagePort | undefined;

function begin(start: unknown): void {
  worker?.terminate();
  const address = URL.createObjectURL(new Blob([WORKER], { type: 'text/javascript' }));
  worker = new Worker(address);
  worker.onmessage = (event) => port?.postMessage(event.data);
  worker.onerror = (event) => port?.postMessage({ kind: 'broken', reason: event.message });
  worker.postMessage(start);
}

window.addEventListener('message', (event) => {
  if (event.source !== window.parent || port || event.data !== 'collegium-lab' || !event.ports[0]) {
    return;
  }
  port = event.ports[0];
  port.onmessage = ({ data }: MessageEvent<{ kind: string }>) => {
    if (data.kind === 'start') {
      begin({ ...data, base: new URL('.', location.href).href });
    } else {
      worker?.postMessage(data);
    }
  };
  port.postMessage({ kind: 'frame' });
});
