import type { Output } from './kernel';

/** What cells show, as the server tells it: nbformat 4. */
interface ServerOutput {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string;
  readonly data?: Record<string, string>;
  readonly ename?: string;
  readonly evalue?: string;
  readonly traceback?: string[];
}

interface Shown {
  readonly cell: number;
  readonly failed: boolean;
  readonly outputs: ServerOutput[];
}

interface Look {
  readonly phase?: 'WAITING' | 'RUNNING' | 'ENDED' | 'STOPPED' | 'FAILED';
  readonly ahead: number;
  readonly running: number;
  readonly shown: Shown[];
  readonly broken: string | null;
}

interface Begin {
  readonly run?: string;
  readonly refused?: 'often' | 'full' | 'large' | 'closed';
  readonly seconds?: number;
}

/** How the server is reached: through the view, which knows who asks and for which lab. */
export interface ServerLine {
  runOnServer(cells: string): Promise<string>;
  lookAtRun(run: string, known: number): Promise<string>;
  stopRun(run: string): Promise<void>;
}

/** How a run went: broken names the limit that ended it; refused, failed, lost and stopped say why there is no end. */
export type ServerEnd =
  | { kind: 'ended'; broken: string | null; running: number }
  | { kind: 'stopped' | 'failed' | 'lost' }
  | { kind: 'refused'; reason: 'often' | 'full' | 'large' | 'closed'; seconds: number };

/** idle: nothing runs. waiting: others are before. busy. */
export type ServerState = 'idle' | 'waiting' | 'busy';

/** What a run tells while it goes on, by the places of cells in it. */
export interface ServerEvents {
  begun(cell: number): void;
  ended(cell: number, failed: boolean, outputs: Output[]): void;
}

const FIRST_PAUSE = 150;
const LONGEST_PAUSE = 1_500;
const PATIENCE = 20_000;

/**
 * Python on the server, for what the browser lacks. It has no memory of earlier runs: each begins anew with the cells that it is
 * given. Event: state.
 */
export class Server extends EventTarget {
  private run: string | undefined;
  private stopped = false;
  private current: ServerState = 'idle';
  private before = 0;

  constructor(private readonly line: () => ServerLine | undefined) {
    super();
  }

  get state(): ServerState {
    return this.current;
  }

  /** How many other runs are before ours while it waits. */
  get ahead(): number {
    return this.before;
  }

  /** Runs cells; one run at a time. */
  async execute(sources: string[], events: ServerEvents): Promise<ServerEnd> {
    this.stopped = false;
    this.become('waiting', 0);
    try {
      return await this.follow(sources, events);
    } catch {
      return { kind: this.stopped ? 'stopped' : 'lost' };
    } finally {
      this.run = undefined;
      this.become('idle', 0);
    }
  }

  stop(): void {
    this.stopped = true;
    if (this.run) {
      void this.line()?.stopRun(this.run);
    }
  }

  private async follow(sources: string[], events: ServerEvents): Promise<ServerEnd> {
    const begin = (await this.ask((line) => line.runOnServer(JSON.stringify(sources)))) as Begin;
    if (!begin.run) {
      return { kind: 'refused', reason: begin.refused ?? 'closed', seconds: begin.seconds ?? 0 };
    }
    const { run } = begin;
    this.run = run;
    if (this.stopped) {
      this.stop();
    }
    const done = new Set<number>();
    let known = 0;
    let running = -1;
    for (let asked = 0; ; asked++) {
      const look = (await this.ask((line) => line.lookAtRun(run, known))) as Look;
      if (!look.phase) {
        return { kind: 'lost' };
      }
      for (const { cell, failed, outputs } of look.shown) {
        known++;
        done.add(cell);
        events.ended(cell, failed, outputs.flatMap(output));
      }
      // The last cell may have ended while the run itself has not.
      if (look.running > running && look.phase === 'RUNNING' && !done.has(look.running)) {
        running = look.running;
        events.begun(running);
      }
      switch (look.phase) {
        case 'ENDED':
          return { kind: 'ended', broken: look.broken, running: look.running };
        case 'STOPPED':
          return { kind: 'stopped' };
        case 'FAILED':
          return { kind: 'failed' };
        default:
          this.become(look.phase === 'WAITING' ? 'waiting' : 'busy', look.ahead);
      }
      await pause(Math.min(FIRST_PAUSE * 1.25 ** asked, LONGEST_PAUSE));
    }
  }

  /** An answer that does not come is no answer: the connection or the node is gone. */
  private async ask(question: (line: ServerLine) => Promise<string>): Promise<unknown> {
    const line = this.line();
    if (!line) {
      throw new Error('no line');
    }
    let timer: number | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = window.setTimeout(() => reject(new Error('late')), PATIENCE);
    });
    try {
      return JSON.parse(await Promise.race([question(line), late]));
    } finally {
      clearTimeout(timer);
    }
  }

  private become(state: ServerState, ahead: number): void {
    if (state !== this.current || ahead !== this.before) {
      this.current = state;
      this.before = ahead;
      this.dispatchEvent(new CustomEvent('state'));
    }
  }
}

function output(told: ServerOutput): Output[] {
  switch (told.output_type) {
    case 'stream':
      return [{ kind: 'stream', name: told.name ?? 'stdout', text: told.text ?? '' }];
    case 'execute_result':
      return [{ kind: 'result', bundle: told.data ?? {} }];
    case 'display_data':
      return [{ kind: 'display', bundle: told.data ?? {} }];
    case 'error': {
      const traceback = (told.traceback ?? []).join('\n');
      return [
        { kind: 'error', problem: { name: told.ename ?? '', value: told.evalue ?? '', traceback, line: lineOf(traceback) } },
      ];
    }
    case 'shortened':
      return [{ kind: 'shortened' }];
    default:
      return [];
  }
}

/** The line of the cell itself, where a traceback begins; it may lead into other cells from there. */
function lineOf(traceback: string): number | null {
  const places = [...traceback.matchAll(/^Cell (\d+), line (\d+)|^ *File "<cell (\d+)>", line (\d+)/gm)];
  const lines = places.map(([, cell, line, file, there]) => ({ cell: cell ?? file, line: Number(line ?? there) }));
  return lines.filter(({ cell }) => cell === lines[0].cell).at(-1)?.line ?? null;
}

/** Numbers of cells as the run counted them, in those of the notebook. */
export function renumbered(outputs: Output[], numbers: number[]): Output[] {
  const right = (text: string) =>
    text
      .replace(/^Cell (\d+), line/gm, (all, at: string) => (numbers[+at - 1] ? `Cell ${numbers[+at - 1]}, line` : all))
      .replace(/"<cell (\d+)>"/g, (all, at: string) => (numbers[+at - 1] ? `"<cell ${numbers[+at - 1]}>"` : all));
  return outputs.map((each) =>
    each.kind === 'error' ? { ...each, problem: { ...each.problem, traceback: right(each.problem.traceback) } } : each,
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
