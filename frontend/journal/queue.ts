/** One change that the server has not acknowledged yet. */
export interface Waiting {
  readonly key: string;
  readonly work: string;
  readonly field: string;
  readonly device: string;
  readonly sequence: number;
  readonly base: number;
  readonly content: string;
  /** Another device has saved something this one had not seen; it waits for the person's decision. */
  readonly conflict?: boolean;
}

const STORE = 'waiting';

/**
 * What waits to be sent, in IndexedDB, so that it outlives reloads and a closed browser. Where the browser has none, as in
 * some private windows, it is kept in memory and durable is false; so is what it has no room for.
 */
export class Queue {
  private readonly memory = new Map<string, Waiting>();
  private readonly database: Promise<IDBDatabase | undefined>;

  constructor(private readonly work: string) {
    this.database = open().catch(() => undefined);
  }

  async durable(): Promise<boolean> {
    return (await this.database) !== undefined;
  }

  /** The changes of this work, in the order in which they were made. */
  async all(): Promise<Waiting[]> {
    const database = await this.database;
    const found = database
      ? await result<Waiting[]>(store(database, 'readonly').index('work').getAll(this.work))
      : [];
    return [...found, ...this.memory.values()].sort((a, b) => a.sequence - b.sequence);
  }

  async put(change: Waiting, insteadOf?: string): Promise<void> {
    const database = await this.database;
    this.memory.delete(insteadOf ?? '');
    if (database) {
      try {
        const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
        if (insteadOf) {
          transaction.objectStore(STORE).delete(insteadOf);
        }
        transaction.objectStore(STORE).put(change);
        await ended(transaction);
        return;
      } catch {
        // No room is left, for instance: it is sent from here.
      }
    }
    this.memory.set(change.key, change);
  }

  async remove(keys: string[]): Promise<void> {
    const database = await this.database;
    keys.forEach((key) => this.memory.delete(key));
    if (!database) {
      return;
    }
    const transaction = database.transaction(STORE, 'readwrite');
    keys.forEach((key) => transaction.objectStore(STORE).delete(key));
    await ended(transaction);
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('collegium-journal', 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: 'key' }).createIndex('work', 'work');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

function store(database: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore {
  return database.transaction(STORE, mode).objectStore(STORE);
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}
