const ADDRESS = '/journal/files';
const PIECE = 512 * 1024;
const LONGEST = 60_000;
const PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

/** A file as the server has it. */
export interface Stored {
  readonly id: string | null;
  readonly name: string;
  readonly size: number;
  readonly kind: string;
  readonly sha256: string;
  readonly storedAt: string | null;
}

export type Progress = (state: 'looking' | 'sending' | 'again', share: number) => void;

/** What the server refused for a reason that sending again does not change. */
export class Refused extends Error {
  constructor(readonly problem: string) {
    super(problem);
  }
}

class Aborted extends Error {}

/**
 * Sends one file in pieces. What did not arrive is sent again, over lost networks and servers that die, from where the server has it; a
 * file that was on its way is gone on with when the same one is chosen again.
 */
export class Upload {
  private stopped = false;
  private wake: (() => void) | undefined;
  private readonly onNetwork = () => this.wake?.();

  /** @param ticket the ticket of the attempt as it is now; expired asks for another one */
  constructor(
    private readonly file: File,
    private readonly question: string,
    private readonly replaces: string | null,
    private readonly ticket: () => string,
    private readonly expired: () => void,
    private readonly progress: Progress,
  ) {}

  stop(): void {
    this.stopped = true;
    this.wake?.();
  }

  async send(): Promise<Stored> {
    window.addEventListener('online', this.onNetwork);
    try {
      this.progress('looking', 0);
      const sha256 = await hash(this.file);
      let going = await this.begin(sha256);
      for (;;) {
        this.progress('sending', going.received / this.file.size);
        const answer = await this.tried(() => this.put(going.id, going.received));
        if (answer.status === 409) {
          going = (await answer.json()) as Going;
        } else if (answer.status === 404) {
          // It gave way to others of another device, or of this one.
          going = await this.begin(sha256);
        } else {
          const came = (await answer.json()) as Going & Stored;
          if (came.storedAt) {
            return came;
          }
          going = came;
        }
      }
    } finally {
      window.removeEventListener('online', this.onNetwork);
    }
  }

  private async begin(sha256: string): Promise<Going> {
    const { name, size } = this.file;
    const wanted = { question: this.question, name: name.slice(-300), size, sha256, replaces: this.replaces };
    const answer = await this.tried(() => request(this.ticket(), 'POST', ADDRESS, JSON.stringify(wanted)));
    if (answer.status === 404) {
      throw new Refused('unknown');
    }
    return (await answer.json()) as Going;
  }

  private put(id: string, at: number): Promise<Response> {
    const piece = this.file.slice(at, at + PIECE);
    return request(this.ticket(), 'PUT', `${ADDRESS}/${id}?at=${at}`, piece);
  }

  /** The first answer that says something of the file. */
  private async tried(send: () => Promise<Response>): Promise<Response> {
    for (let pause = PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      if (this.stopped) {
        throw new Aborted();
      }
      const answer = await send().catch(() => undefined);
      if (answer && (answer.ok || answer.status === 409 || answer.status === 404)) {
        return answer;
      }
      if (answer && answer.status !== 401 && answer.status !== 429 && answer.status < 500) {
        throw new Refused(await problem(answer));
      }
      if (answer?.status === 401) {
        this.expired();
      }
      this.progress('again', -1);
      await this.rest(pause);
    }
  }

  private rest(pause: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

export function isAborted(error: unknown): boolean {
  return error instanceof Aborted;
}

interface Going {
  readonly id: string;
  readonly received: number;
}

/** Takes a file out of the answer; whether it is out. */
export async function remove(ticket: string, id: string): Promise<boolean> {
  const answer = await request(ticket, 'DELETE', `${ADDRESS}/${id}`).catch(() => undefined);
  return answer?.ok === true || answer?.status === 404;
}

/** The files of all questions of the attempt, also those of other devices. */
export async function list(ticket: string): Promise<Stored[] | undefined> {
  const answer = await request(ticket, 'GET', ADDRESS).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as Stored[]) : undefined;
}

function request(ticket: string, method: string, address: string, body?: BodyInit): Promise<Response> {
  return fetch(address, {
    method,
    body,
    headers: { Authorization: `Bearer ${ticket}`, 'Content-Type': 'application/octet-stream' },
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(LONGEST),
  });
}

async function problem(answer: Response): Promise<string> {
  try {
    return ((await answer.json()) as { problem?: string }).problem ?? 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** Empty where the browser has none, as without a secure connection; the server then says the hash that it found. */
async function hash(file: File): Promise<string> {
  if (!window.crypto?.subtle) {
    return '';
  }
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
