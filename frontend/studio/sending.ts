import { Sha256 } from './sha256';

const ADDRESS = '/journal/courses';
const HEAD = 64 * 1024;
const LEAST = 256 * 1024;
const MOST = 4 * 1024 * 1024;
const QUICK = 2_000;
const LONGEST = 90_000;
const PAUSE = 1_000;
const LONGEST_PAUSE = 15_000;

interface Going {
  readonly id: string;
  readonly received: number;
}

/** What is told while a file goes: what is done, and how many of its bytes are there. */
export type Progress = (doing: 'looking' | 'sending' | 'again' | 'checking', received: number) => void;

/** The server refused for a reason that sending again does not change. */
export class Refused extends Error {
  constructor(readonly problem: string) {
    super(problem);
  }
}

export class Paused extends Error {}

/**
 * Sends one file in pieces, each with its hash and then all with the hash of the whole. What did not arrive is sent again from where the
 * server has it; pieces become smaller on a slow line. Choosing the same file another time goes on with it.
 */
export class Sending {
  private stopped = false;
  private wake: (() => void) | undefined;
  private hash = new Sha256();
  private hashed = 0;
  private piece = LEAST;
  private readonly onNetwork = () => this.wake?.();

  /** @param ticket as it is now; expired asks for another one */
  constructor(
    private readonly file: File,
    private readonly ticket: () => string,
    private readonly expired: () => void,
    private readonly progress: Progress,
  ) {}

  stop(): void {
    this.stopped = true;
    this.wake?.();
  }

  /** Resolves with the import that reads the file. */
  async send(): Promise<string> {
    window.addEventListener('online', this.onNetwork);
    try {
      let going = await this.begin();
      for (;;) {
        if (going.received < this.file.size) {
          going = await this.next(going);
          continue;
        }
        await this.hashTo(going.received, going.received);
        this.progress('checking', going.received);
        const sha256 = this.hash.digest();
        this.hash = new Sha256();
        this.hashed = 0;
        const answer = await this.tried(() => this.request('POST', `${ADDRESS}/${going.id}/whole?sha256=${sha256}`));
        if (answer.ok) {
          return ((await answer.json()) as { job: string }).job;
        }
        going = answer.status === 409 ? ((await answer.json()) as Going) : await this.begin();
      }
    } finally {
      window.removeEventListener('online', this.onNetwork);
    }
  }

  private async begin(): Promise<Going> {
    this.progress('looking', 0);
    const { name, size, lastModified } = this.file;
    const head = await digest(await this.read(0, HEAD));
    const wanted = JSON.stringify({ name: name.slice(-300), size, changedAt: lastModified, head });
    const answer = await this.tried(() => this.request('POST', ADDRESS, wanted));
    if (!answer.ok) {
      throw new Refused('unknown');
    }
    return (await answer.json()) as Going;
  }

  private async next(going: Going): Promise<Going> {
    await this.hashTo(going.received, going.received);
    this.progress('sending', going.received);
    const bytes = await this.read(going.received, this.piece);
    const sha256 = await digest(bytes);
    const began = Date.now();
    const answer = await this.tried(() =>
      this.request('PUT', `${ADDRESS}/${going.id}?at=${going.received}`, bytes, { 'Piece-SHA256': sha256 }),
    );
    if (answer.status === 404) {
      return this.begin();
    }
    if (answer.status === 422) {
      return going;
    }
    if (answer.ok) {
      this.hash.update(bytes);
      this.hashed += bytes.length;
      this.piece = Date.now() - began < QUICK ? Math.min(this.piece * 2, MOST) : Math.max(this.piece / 2, LEAST);
    }
    const came = (await answer.json()) as Going & { job?: string };
    return came.job ? { id: going.id, received: this.file.size } : came;
  }

  /** What is there already is read here once more, for the hash of the whole. */
  private async hashTo(end: number, received: number): Promise<void> {
    if (this.hashed > end) {
      this.hash = new Sha256();
      this.hashed = 0;
    }
    while (this.hashed < end) {
      this.progress('looking', received);
      const bytes = await this.read(this.hashed, Math.min(MOST, end - this.hashed));
      this.hash.update(bytes);
      this.hashed += bytes.length;
    }
  }

  private async read(at: number, most: number): Promise<Uint8Array<ArrayBuffer>> {
    if (this.stopped) {
      throw new Paused();
    }
    try {
      return new Uint8Array(await this.file.slice(at, at + most).arrayBuffer());
    } catch {
      throw new Refused('gone');
    }
  }

  /** The first answer that says something of the file. */
  private async tried(send: () => Promise<Response>): Promise<Response> {
    for (let pause = PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
      if (this.stopped) {
        throw new Paused();
      }
      const answer = await send().catch(() => undefined);
      if (answer && (answer.ok || [404, 409, 422].includes(answer.status))) {
        return answer;
      }
      if (answer && answer.status !== 401 && answer.status !== 429 && (answer.status < 500 || answer.status === 507)) {
        throw new Refused(await problem(answer));
      }
      if (answer?.status === 401) {
        this.expired();
      }
      this.piece = LEAST;
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

  private request(method: string, address: string, body?: BodyInit, more: Record<string, string> = {}): Promise<Response> {
    return request(this.ticket(), method, address, body, more);
  }
}

/** Takes back what was sent of a file; whether it is gone. */
export async function forget(ticket: string, id: string): Promise<boolean> {
  const answer = await request(ticket, 'DELETE', `${ADDRESS}/${id}`).catch(() => undefined);
  return answer?.ok === true || answer?.status === 404;
}

function request(
  ticket: string,
  method: string,
  address: string,
  body?: BodyInit,
  more: Record<string, string> = {},
): Promise<Response> {
  return fetch(address, {
    method,
    body,
    headers: { Authorization: `Bearer ${ticket}`, 'Content-Type': 'application/octet-stream', ...more },
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

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (!window.crypto?.subtle) {
    const own = new Sha256();
    own.update(bytes);
    return own.digest();
  }
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
