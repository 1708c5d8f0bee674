/**
 * A frame without an origin around the interpreter. It knows the page that made it by the port it was handed and passes
 * messages on; when told to stop it ends the worker, whatever runs in it, and begins another. The interpreter is compiled here, once
 * for all workers.
 */
declare const WORKER: string;

interface Have {
  readonly kind: 'have';
  readonly id: number;
  readonly data: Blob | undefined;
}

/** Each worker counts from a number of its own. */
const OWN = 0;
const APART = 1_000_000;
const INTERPRETER = 'pyodide.asm.wasm';

let worker: Worker | undefined;
let workers = 0;
let port: MessagePort | undefined;
let compiled: Promise<WebAssembly.Module | undefined> | undefined;
let arrived: (data: Blob | undefined) => void = () => undefined;

async function compile(): Promise<WebAssembly.Module | undefined> {
  const data = await new Promise<Blob | undefined>((resolve) => {
    arrived = resolve;
    port?.postMessage({ kind: 'need', id: OWN, path: INTERPRETER });
  });
  try {
    return data && (await WebAssembly.compileStreaming(new Response(data, { headers: { 'Content-Type': 'application/wasm' } })));
  } catch {
    return undefined;
  }
}

function begin(start: unknown): void {
  worker?.terminate();
  const address = URL.createObjectURL(new Blob([WORKER], { type: 'text/javascript' }));
  const begun = new Worker(address);
  worker = begun;
  begun.onmessage = (event) => port?.postMessage(event.data);
  begun.onerror = (event) => port?.postMessage({ kind: 'broken', reason: event.message });
  begun.postMessage(start);
  compiled ??= compile();
  void compiled.then((module) => begun.postMessage({ kind: 'module', module }));
}

function take(data: { kind: string } | Have): void {
  if (data.kind === 'start') {
    begin({ ...data, base: new URL('.', location.href).href, needs: ++workers * APART });
  } else if (data.kind !== 'have' || !('id' in data)) {
    worker?.postMessage(data);
  } else if (data.id === OWN) {
    arrived(data.data);
  } else {
    worker?.postMessage(data);
  }
}

window.addEventListener('message', (event) => {
  if (event.source !== window.parent || port || event.data !== 'collegium-lab' || !event.ports[0]) {
    return;
  }
  port = event.ports[0];
  port.onmessage = ({ data }: MessageEvent<{ kind: string }>) => take(data);
  port.postMessage({ kind: 'frame' });
});
