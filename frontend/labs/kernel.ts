import { RuntimeFiles } from './runtime-files';

/** What a cell shows, in the words of nbformat 4 where it has one. */
export type Output =
  | { readonly kind: 'stream'; readonly name: string; text: string }
  | { readonly kind: 'result' | 'display'; readonly bundle: Record<string, string> }
  | { readonly kind: 'error'; readonly problem: Problem }
  | { readonly kind: 'shortened' }
  /** A limit of the server was broken, named as in the texts. */
  | { readonly kind: 'limit'; readonly name: string }
  /** Why it was not run; not saved. */
  | { readonly kind: 'notice'; readonly text: string };

/** Why a cell ended early. */
export interface Problem {
  readonly name: string;
  readonly value: string;
  readonly traceback: string;
  readonly line: number | null;
}

/** A file of the lab that code may read. */
export interface LabFile {
  readonly path: string;
  readonly address: string;
}

/** idle: not started. starting, ready, busy. broken: it could not be started. */
export type KernelState = 'idle' | 'starting' | 'ready' | 'busy' | 'broken';

interface Task {
  readonly id: number;
  readonly label: string;
  readonly source: string;
  readonly show: (output: Output) => void;
  readonly begun: () => void;
  readonly ended: (problem: Problem | null | 'stopped') => void;
  readonly needed: boolean;
}

type Answer =
  | { kind: 'frame' }
  | { kind: 'need'; id: number; path: string; integrity?: string }
  | { kind: 'ready' }
  | { kind: 'broken'; reason: string }
  | { kind: 'output'; output: Output }
  | { kind: 'done'; id: number; problem: Problem | null };

/**
 * Python for one notebook, in a frame that has no origin and so nothing of the learner's session. Cells run one after another.
 * Event: state.
 */
export class Kernel extends EventTarget {
  private readonly frame = document.createElement('iframe');
  private readonly tasks: Task[] = [];
  private readonly runtimeFiles: RuntimeFiles;
  private port: MessagePort | undefined;
  private running: Task | undefined;
  private current: KernelState = 'idle';
  private next = 1;

  constructor(
    private readonly runtime: string,
    private readonly files: LabFile[],
    private readonly packages: string[],
    title: string,
  ) {
    super();
    this.runtimeFiles = new RuntimeFiles(runtime);
    this.frame.setAttribute('sandbox', 'allow-scripts');
    this.frame.title = title;
    this.frame.hidden = true;
  }

  get state(): KernelState {
    return this.current;
  }

  /** Puts the frame into the page and starts; again after it broke. */
  start(host: HTMLElement): void {
    if (this.current !== 'idle' && this.current !== 'broken') {
      return;
    }
    this.become('starting');
    this.runtimeFiles.prepare(false);
    this.frame.onload = () => this.meet();
    this.frame.src = `${this.runtime}frame.html`;
    host.append(this.frame);
  }

  /**
   * Runs a cell after those that wait; ended tells how it went, 'stopped' when it was stopped or never began.
   *
   * @param needed whether those that wait for it are not run when it fails
   */
  run(
    label: string,
    source: string,
    show: (output: Output) => void,
    begun: () => void,
    needed = true,
  ): Promise<Problem | null | 'stopped'> {
    return new Promise((ended) => {
      this.tasks.push({ id: this.next++, label, source, show, begun, ended, needed });
      this.go();
    });
  }

  /** Ends whatever runs or waits and begins with an empty memory. */
  restart(): void {
    const unfinished = [...(this.running ? [this.running] : []), ...this.tasks.splice(0)];
    this.running = undefined;
    unfinished.forEach((task) => task.ended('stopped'));
    if (this.port && this.current !== 'idle') {
      this.become('starting');
      this.runtimeFiles.prepare(true);
      void this.begin();
    }
  }

  disconnect(): void {
    this.frame.remove();
    this.port?.close();
    this.port = undefined;
    this.current = 'idle';
  }

  private meet(): void {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    port1.onmessage = ({ data }: MessageEvent<Answer>) => this.take(data);
    // The frame has no origin that could be named; it holds no secret, and only it has this window.
    this.frame.contentWindow?.postMessage('collegium-lab', '*', [port2]);
  }

  /** What was fetched for a frame that is gone by then starts nothing in the next. */
  private async begin(): Promise<void> {
    const { port } = this;
    try {
      const files = await Promise.all(
        this.files.map(async ({ path, address }) => {
          const response = await fetch(address);
          if (!response.ok) {
            throw new Error(`${path}: ${response.status}`);
          }
          return { path, data: await response.arrayBuffer() };
        }),
      );
      if (port === this.port) {
        port?.postMessage({ kind: 'start', snapshot: true, packages: this.packages, files });
      }
    } catch {
      if (port === this.port) {
        this.broke();
      }
    }
  }

  private take(answer: Answer): void {
    switch (answer.kind) {
      case 'frame':
        void this.begin();
        break;
      case 'need':
        void this.give(answer.id, answer.path, answer.integrity);
        break;
      case 'ready':
        this.become('ready');
        this.go();
        break;
      case 'broken':
        this.broke();
        break;
      case 'output':
        this.running?.show(answer.output);
        break;
      case 'done':
        this.done(answer.id, answer.problem);
        break;
    }
  }

  private async give(id: number, path: string, integrity?: string): Promise<void> {
    const { port } = this;
    const data = await this.runtimeFiles.take(path, integrity);
    port?.postMessage({ kind: 'have', id, data });
  }

  private done(id: number, problem: Problem | null): void {
    const task = this.running;
    if (task?.id !== id) {
      return;
    }
    this.running = undefined;
    if (problem) {
      task.show({ kind: 'error', problem });
    }
    if (problem && task.needed) {
      this.tasks.splice(0).forEach((waiting) => waiting.ended('stopped'));
    }
    task.ended(problem);
    this.become('ready');
    this.go();
  }

  private go(): void {
    if (this.current !== 'ready' || this.running) {
      return;
    }
    const task = this.tasks.shift();
    if (task) {
      this.running = task;
      this.become('busy');
      task.begun();
      this.port?.postMessage({ kind: 'run', id: task.id, label: task.label, source: task.source });
    }
  }

  private broke(): void {
    this.frame.remove();
    this.port?.close();
    this.port = undefined;
    const unfinished = [...(this.running ? [this.running] : []), ...this.tasks.splice(0)];
    this.running = undefined;
    unfinished.forEach((task) => task.ended('stopped'));
    this.become('broken');
  }

  private become(state: KernelState): void {
    if (this.current !== state) {
      this.current = state;
      this.dispatchEvent(new CustomEvent('state', { detail: state }));
    }
  }
}
