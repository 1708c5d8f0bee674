/** What an interpreter needs before it can run anything. Compiling begins with the first. */
const INTERPRETER = 'pyodide.asm.wasm';
const NEEDED = [INTERPRETER, 'pyodide.mjs', 'pyodide.asm.mjs', 'snapshot.bin', 'python_stdlib.zip', 'pyodide-lock.json'];
const ALLOWED = /^(?:wheels\/)?[A-Za-z0-9][A-Za-z0-9._+-]*$/;

/**
 * The files of the runtime, fetched by the page for a frame without an origin. Browsers keep nothing that such a frame fetches
 * itself: every visit would load ten megabytes again. They are public, and nothing but they can be had here. They are handed on as
 * blobs, whose bytes do not pass through the page.
 */
export class RuntimeFiles {
  private readonly ahead = new Map<string, Promise<Blob | undefined>>();

  constructor(private readonly runtime: string) {}

  /** Begins to fetch what a start needs; after the first one the frame has the interpreter itself. */
  prepare(again: boolean): void {
    NEEDED.filter((path) => !again || path !== INTERPRETER).forEach((path) => {
      if (!this.ahead.has(path)) {
        this.ahead.set(path, this.fetched(path));
      }
    });
  }

  /** A file, to be given away; undefined when there is none. */
  async take(path: string, integrity?: string): Promise<Blob | undefined> {
    const begun = integrity ? undefined : this.ahead.get(path);
    this.ahead.delete(path);
    return begun ?? this.fetched(path, integrity);
  }

  private async fetched(path: string, integrity = ''): Promise<Blob | undefined> {
    if (!ALLOWED.test(path)) {
      return undefined;
    }
    try {
      const response = await fetch(`${this.runtime}${path}`, { credentials: 'omit', integrity });
      return response.ok ? await response.blob() : undefined;
    } catch {
      return undefined;
    }
  }
}
