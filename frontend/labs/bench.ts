import { editor, replace } from './editor';
import { Kernel, type Output, type Problem } from './kernel';
import type { Texts } from './lab-data';
import { Outputs } from './outputs';

/** A test that learners can see. */
export interface Test {
  readonly key: string;
  readonly text: string;
  readonly code: string;
  readonly message: string;
}

export interface BenchData {
  readonly runtime: string;
  readonly packages: string[];
  /** Packages that the browser does not have; empty where it has all. */
  readonly lacking: string;
  readonly texts: Texts;
}

/** What the bench says of a try; passed has the tests by their keys. */
export interface BenchEvents {
  changed(source: string): void;
  began(): void;
  ended(end: 'failed' | 'stopped' | 'broken' | 'done', passed: Map<string, boolean>, messages: Map<string, string>): void;
}

export interface Bench {
  source: string;
  readonly busy: boolean;
  run(tests: Test[]): Promise<void>;
  stop(): void;
  close(): void;
}

/** An editor for one piece of Python, which runs in a frame without an origin, and what it showed. */
export function bench(host: HTMLElement, source: string, label: string, data: BenchData, events: BenchEvents): Bench {
  const { texts } = data;
  const outputs = new Outputs(texts, texts.benchOutput, () => false);
  let kernel: Kernel | undefined;
  let busy = false;
  const view = editor(source, label, texts.leaveBench, false, {
    changed: (text) => events.changed(text),
    run: () => false,
    runAll: () => false,
    save: () => true,
    leave: () => false,
  });
  host.append(view.dom, outputs.element);

  function started(): Kernel {
    const known = kernel ?? new Kernel(data.runtime, [], data.packages, texts.frame);
    kernel = known;
    known.start(host);
    return known;
  }

  /** Whether it could not be started is known from the state alone. */
  async function execute(name: string, code: string, show: (output: Output) => void): Promise<Problem | null | 'stopped'> {
    return started().run(name, code, show, () => outputs.begin());
  }

  async function run(tests: Test[]): Promise<void> {
    if (busy) {
      return;
    }
    busy = true;
    const passed = new Map<string, boolean>();
    const messages = new Map<string, string>();
    outputs.begin();
    events.began();
    const problem = await execute('1', view.state.doc.toString(), (output) => outputs.add(output));
    let end: 'failed' | 'stopped' | 'broken' | 'done' = problem === null ? 'done' : 'failed';
    if (problem === 'stopped') {
      end = kernel?.state === 'broken' ? 'broken' : 'stopped';
    }
    outputs.end();
    for (const test of end === 'done' ? tests : []) {
      const failure = await execute(test.key, test.code, () => undefined);
      if (failure === 'stopped') {
        end = 'stopped';
        break;
      }
      passed.set(test.key, failure === null);
      if (failure) {
        messages.set(test.key, failure.value ? `${failure.name}: ${failure.value}` : failure.name);
      }
    }
    busy = false;
    events.ended(end, passed, messages);
  }

  return {
    get source(): string {
      return view.state.doc.toString();
    },
    set source(text: string) {
      if (text !== view.state.doc.toString()) {
        replace(view, text);
      }
    },
    get busy(): boolean {
      return busy;
    },
    run,
    stop: () => kernel?.restart(),
    close: () => {
      kernel?.disconnect();
      kernel = undefined;
      view.destroy();
    },
  };
}
