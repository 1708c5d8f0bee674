import { verifyAsync } from '@noble/ed25519';
import jsonld from 'jsonld';
import { canonicalLoader } from './contexts';
import { Statement, Token, Unreadable } from './file';

const DIGITS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const LONGEST_BASE58 = 128;
const SIGNATURE_BYTES = 64;
const KEY_BYTES = 32;
const ED25519 = [0xed, 0x01];
const SUITE = 'eddsa-rdfc-2022';

/** A proof inside a statement, as far as this page knows such. */
export interface Proof extends Statement {
  readonly verificationMethod: string;
  readonly proofValue: string;
}

export function proofOf(statement: Statement): Proof {
  const proof = statement.proof as Proof | undefined;
  if (!proof) {
    throw new Unreadable('unsigned');
  }
  if (proof.type !== 'DataIntegrityProof' || proof.cryptosuite !== SUITE || proof.proofPurpose !== 'assertionMethod') {
    throw new Unreadable('kind');
  }
  if (typeof proof.verificationMethod !== 'string' || Number.isNaN(Date.parse(String(proof.created)))) {
    throw new Unreadable('kind');
  }
  return proof;
}

/** Whether the proof was made with this key for exactly this statement. */
export async function signedInside(statement: Statement, key: Uint8Array): Promise<boolean> {
  const { proof: whole, ...plain } = statement;
  const { proofValue, ...configuration } = whole as Proof;
  const signature = multibase(proofValue);
  if (signature?.length !== SIGNATURE_BYTES) {
    return false;
  }
  const hashes = [
    await hash({ '@context': statement['@context'] ?? [], ...configuration }),
    await hash(plain),
  ];
  return verified(signature, joined(hashes[0], hashes[1]), key);
}

/** Whether this key signed the token. */
export async function signedToken(token: Token, key: Uint8Array): Promise<boolean> {
  return token.signature.length === SIGNATURE_BYTES && verified(token.signature, new TextEncoder().encode(token.signed), key);
}

/** The bytes of a key of Ed25519; undefined for others. */
export function keyOf(text: unknown): Uint8Array | undefined {
  const bytes = multibase(text);
  const right = bytes?.length === KEY_BYTES + ED25519.length && ED25519.every((byte, at) => bytes[at] === byte);
  return right ? bytes.subarray(ED25519.length) : undefined;
}

async function verified(signature: Uint8Array, message: Uint8Array, key: Uint8Array): Promise<boolean> {
  try {
    return await verifyAsync(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

/** SHA-256 of the canonical form, in which neither spaces nor order matter. Words that no vocabulary explains are refused. */
async function hash(statement: Statement): Promise<Uint8Array> {
  let form: string;
  try {
    form = (await jsonld.canonize(statement, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      base: null,
      documentLoader: canonicalLoader,
      safe: true,
    })) as string;
  } catch (failure) {
    throw new Unreadable('words', [unexplained(failure)]);
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(form)));
}

/** The word that is to blame, where the library names it. */
function unexplained(failure: unknown): string {
  const { details, message } = failure as { details?: { event?: { details?: Record<string, unknown> } }; message?: string };
  const { property, type, value, id } = details?.event?.details ?? {};
  return String(property ?? type ?? value ?? id ?? message ?? '');
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Base 58 in Bitcoin's alphabet with a leading z. */
function multibase(text: unknown): Uint8Array | undefined {
  if (typeof text !== 'string' || !text.startsWith('z') || text.length > LONGEST_BASE58) {
    return undefined;
  }
  let number = 0n;
  for (const letter of text.slice(1)) {
    const digit = DIGITS.indexOf(letter);
    if (digit < 0) {
      return undefined;
    }
    number = number * 58n + BigInt(digit);
  }
  const bytes: number[] = [];
  for (; number > 0n; number >>= 8n) {
    bytes.unshift(Number(number & 255n));
  }
  for (let at = 1; text[at] === '1'; at++) {
    bytes.unshift(0);
  }
  return Uint8Array.from(bytes);
}
