import { Statement, Unreadable } from './file';
import { keyOf } from './proof';

/** What issuers publish, as far as this page may fetch it. */
export interface Published {
  /** Of the platform, as its certificates name it and as addresses are normalised; without a slash at the end. */
  readonly address: string;
  /** The text at an address of the platform. */
  fetch(address: string, accept: string): Promise<string>;
}

/** Who signs, and with which key. */
export interface IssuerKey {
  readonly key: Uint8Array;
  /** Whether the platform vouches for who that is. */
  readonly known: boolean;
}

/** The key that an issuer vouches for, by its name: did:key is the key, did:web says where it stands. */
export async function issuerKey(statement: Statement, method: string, published: Published): Promise<IssuerKey> {
  const issuer = issuerOf(statement);
  if (!method.startsWith(`${issuer}#`)) {
    throw new Unreadable('key-of-others', [issuer]);
  }
  if (issuer.startsWith('did:key:')) {
    return { key: right(keyOf(issuer.substring('did:key:'.length))), known: await vouched(issuer, published) };
  }
  const document = parsed(await published.fetch(here(didAddress(issuer), published), 'application/json'));
  if (document.id !== issuer) {
    throw new Unreadable('key-of-others', [issuer]);
  }
  return { key: right(keyIn(document, method)), known: true };
}

/** Its name, and what it is called; undefined where it does not say. */
export function issuerOf(statement: Statement): string {
  const { issuer } = statement;
  if (typeof issuer === 'string') {
    return issuer;
  }
  const id = (issuer as Statement | undefined)?.id;
  if (typeof id !== 'string') {
    throw new Unreadable('nothing');
  }
  return id;
}

/** An issuer named by its key alone is one of the platform's when its list of issuers has the key. */
async function vouched(issuer: string, published: Published): Promise<boolean> {
  const { issuers } = parsed(await published.fetch('/issuers.json', 'application/json'));
  return Array.isArray(issuers) && (issuers as { keys?: unknown[] }[]).some(({ keys }) => keys?.includes(issuer));
}

function keyIn(document: Statement, method: string): Uint8Array | undefined {
  const { assertionMethod, verificationMethod } = document;
  if (!Array.isArray(assertionMethod) || !assertionMethod.includes(method) || !Array.isArray(verificationMethod)) {
    throw new Unreadable('key-given-up');
  }
  const found = (verificationMethod as Statement[]).find(({ id }) => id === method);
  return keyOf(found?.publicKeyMultibase);
}

function right(key: Uint8Array | undefined): Uint8Array {
  if (!key) {
    throw new Unreadable('kind');
  }
  return key;
}

function didAddress(did: string): string {
  if (!did.startsWith('did:web:')) {
    throw new Unreadable('kind');
  }
  const [host, ...path] = did.substring('did:web:'.length).split(':').map(decodeURIComponent);
  const scheme = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host) ? 'http' : 'https';
  return `${scheme}://${host}/${path.length > 0 ? path.join('/') : '.well-known'}/did.json`;
}

/** The page asks its own server and nobody else. */
export function here(address: string, published: Published): string {
  const { href, host } = URL.canParse(address) ? new URL(address) : { href: address, host: address };
  if (!href.startsWith(`${published.address}/`)) {
    throw new Unreadable('elsewhere', [host]);
  }
  return href.substring(published.address.length);
}

export function parsed(text: string): Statement {
  try {
    return JSON.parse(text) as Statement;
  } catch {
    throw new Unreadable('unreachable');
  }
}
