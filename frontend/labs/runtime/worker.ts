/**
 * The interpreter, in a worker of a frame without an origin: it reaches the files of the runtime and nothing else. Runs as a
 * classic worker from a blob, because browsers allow no other in such a frame.
 */
declare const KERNEL: string;

interface Python {
  FS: { mkdirTree(path: string): void; writeFile(path: string, data: Uint8Array): void };
  globals: { get(name: string): unknown };
  runPython(code: string): unknown;
  pyimport(name: string): { start(tell: unknown): void; run(source: string, label: string): Promise<string> };
  loadPackage(names: string[], options: object): Promise<unknown>;
}

interface Start {
  readonly kind: 'start';
  readonly base: string;
  /** From here on this worker counts what it asks for, so that it takes no answer to another. */
  readonly needs: number;
  readonly snapshot: boolean;
  readonly packages: string[];
  readonly files: { path: string; data: ArrayBuffer }[];
}

interface Run {
  readonly kind: 'run';
  readonly id: number;
  readonly label: string;
  readonly source: string;
}

interface Have {
  readonly kind: 'have';
  readonly id: number;
  readonly data: Blob | undefined;
}

interface Compiled {
  readonly kind: 'module';
  readonly module: WebAssembly.Module | undefined;
}

/** Output beyond this is not shown, so that an endless print does not stop the page. */
const MOST_OUTPUT = 200_000;
const TOGETHER = 60;
const WASM = 'pyodide.asm.wasm';

let kernel: { run(source: string, label: string): Promise<string> } | undefined;
let python: Python | undefined;
let stream = { name: '', text: '' };
let shown = 0;
let sent = 0;
let queue: Promise<void> = Promise.resolve();
let needed = 0;
const awaited = new Map<number, (data: Blob | undefined) => void>();
const fetched = self.fetch.bind(self);
const instantiated = WebAssembly.instantiateStreaming.bind(WebAssembly);
let given: (module: WebAssembly.Module | undefined) => void;
const interpreter = new Promise<WebAssembly.Module | undefined>((resolve) => (given = resolve));

self.onmessage = (event: MessageEvent<Start | Run | Have | Compiled>) => {
  const message = event.data;
  switch (message.kind) {
    case 'have':
      awaited.get(message.id)?.(message.data);
      awaited.delete(message.id);
      break;
    case 'module':
      given(message.module);
      break;
    case 'start':
      queue = queue.then(() => start(message));
      break;
    case 'run':
      queue = queue.then(() => run(message));
      break;
  }
};

/** A file of the runtime from the page, where the browser keeps it; undefined where the page has none. */
function need(path: string, integrity?: string): Promise<Blob | undefined> {
  const id = ++needed;
  return new Promise((resolve) => {
    awaited.set(id, resolve);
    postMessage({ kind: 'need', id, path, integrity });
  });
}

/** Lets what loads the interpreter and its packages ask the page first. What the page does not have is fetched from here. */
function askThePage(base: string): void {
  self.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (address === `${base}${WASM}` && (await interpreter)) {
      return new Response(null);
    }
    const data = address.startsWith(base) ? await need(address.slice(base.length), init?.integrity) : undefined;
    return data ? new Response(data) : fetched(input, init);
  };
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const module = await interpreter;
    return module ? { module, instance: await WebAssembly.instantiate(module, imports) } : instantiated(source, imports);
  };
}

/** A script of the runtime; its own fetching would be one that no browser keeps. */
async function script(base: string, name: string): Promise<Record<string, unknown>> {
  const data = await need(name);
  const address = data ? URL.createObjectURL(new Blob([data], { type: 'text/javascript' })) : `${base}${name}`;
  return (await import(address)) as Record<string, unknown>;
}

async function start(message: Start): Promise<void> {
  try {
    needed = message.needs;
    askThePage(message.base);
    const [loader, made] = await Promise.all([script(message.base, 'pyodide.mjs'), script(message.base, 'pyodide.asm.mjs')]);
    const loadPyodide = loader['loadPyodide'] as (options: object) => Promise<unknown>;
    const options: Record<string, unknown> = {
      indexURL: message.base,
      createPyodideModule: made['default'],
      stdout: () => undefined,
      stderr: () => undefined,
    };
    if (message.packages.length > 0) {
      options['lockFileURL'] = `${message.base}wheels/pyodide-lock.json`;
    }
    python = (await fromSnapshot(loadPyodide, message, options)) ?? ((await loadPyodide(options)) as Python);
    await load(python, message.packages);
    const folder = '/home/pyodide';
    for (const { path, data } of message.files) {
      python.FS.mkdirTree(`${folder}/${path}`.replace(/\/[^/]*$/, ''));
      python.FS.writeFile(`${folder}/${path}`, new Uint8Array(data));
    }
    python.FS.writeFile(`${folder}/collegium_kernel.py`, new TextEncoder().encode(KERNEL));
    python.runPython(`import sys; sys.path.insert(0, '${folder}')`);
    const module = python.pyimport('collegium_kernel');
    module.start(tell);
    kernel = module;
    postMessage({ kind: 'ready' });
  } catch (problem) {
    postMessage({ kind: 'broken', reason: String(problem) });
  }
}

/**
 * Loads what the server says it has. What does not come, or is not what the lock file names, is missing like any other package: the
 * notebook says so where it is imported.
 */
async function load(from: Python, packages: string[]): Promise<void> {
  const quiet = { messageCallback: () => undefined, errorCallback: () => undefined, checkIntegrity: true };
  for (const name of packages) {
    await from.loadPackage([name], quiet).catch(() => undefined);
  }
}

/** A memory snapshot starts faster; the plain way is always there. */
async function fromSnapshot(
  loadPyodide: (options: object) => Promise<unknown>,
  message: Start,
  options: object,
): Promise<Python | undefined> {
  if (!message.snapshot) {
    return undefined;
  }
  try {
    const memory = await need('snapshot.bin');
    return memory && ((await loadPyodide({ ...options, _loadSnapshot: await memory.arrayBuffer() })) as Python);
  } catch {
    return undefined;
  }
}

async function run({ id, label, source }: Run): Promise<void> {
  if (!kernel || !python) {
    postMessage({ kind: 'done', id, problem: null });
    return;
  }
  shown = 0;
  const problem: unknown = JSON.parse(await kernel.run(source, label));
  flush();
  postMessage({ kind: 'done', id, problem });
}

function tell(kind: string, json: string): void {
  const content = JSON.parse(json) as { name: string; text: string };
  if (kind !== 'stream') {
    flush();
    if (shown <= MOST_OUTPUT * 20) {
      shown += json.length;
      postMessage({ kind: 'output', output: { kind, bundle: content } });
    }
    return;
  }
  if (content.name !== stream.name) {
    flush();
    stream = { name: content.name, text: '' };
  }
  const room = MOST_OUTPUT - shown;
  if (room <= 0) {
    return;
  }
  stream.text += content.text.slice(0, room);
  shown += content.text.length;
  if (shown > MOST_OUTPUT) {
    flush();
    postMessage({ kind: 'output', output: { kind: 'shortened' } });
  } else if (performance.now() - sent > TOGETHER) {
    flush();
  }
}

function flush(): void {
  sent = performance.now();
  if (stream.text) {
    postMessage({ kind: 'output', output: { kind: 'stream', name: stream.name, text: stream.text } });
    stream = { name: stream.name, text: '' };
  }
}
