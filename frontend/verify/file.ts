/** A credential that was found in a file, not yet checked. */
export type Found = { readonly statement: Statement; readonly token?: Token };

/** A statement as JSON has it. */
export type Statement = { readonly [name: string]: unknown };

/** The parts of a signed token. */
export interface Token {
  readonly method: string;
  readonly issuer: string;
  readonly signed: string;
  readonly signature: Uint8Array;
}

/** Why there is nothing to check; the code is the end of a key of the page's words. */
export class Unreadable extends Error {
  constructor(
    readonly code: string,
    readonly args: string[] = [],
  ) {
    super(code);
  }
}

/** Files are a page or a picture; what is larger is none. */
const LARGEST = 20_000_000;
const LARGEST_INSIDE = 8_000_000;
const PNG = 'PNG\r\n\u001a\n';
const PNG_BEGINS = 0x89;
const KEYWORD = 'openbadgecredential\0';
const CLAIMS = ['iss', 'jti', 'nbf', 'iat'];

/** Finds the credential in a file: a document or a token as they are, or inside a PDF, a PNG or an SVG. */
export async function credentialIn(file: Blob): Promise<Found> {
  if (file.size > LARGEST) {
    throw new Unreadable('large');
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const start = latin(bytes.subarray(0, 1_024));
  if (bytes[0] === PNG_BEGINS && start.startsWith(PNG, 1)) {
    return fromText(await inPng(bytes));
  }
  if (start.trimStart().startsWith('%PDF-')) {
    return inPdf(bytes);
  }
  const text = utf8(bytes).trim();
  return fromText(text.startsWith('<') ? inSvg(text) : text);
}

/** A document as JSON, or a token. */
export function fromText(text: string): Found {
  const plain = text.trim();
  if (!plain.startsWith('{')) {
    return token(plain);
  }
  return { statement: json(plain) };
}

function token(text: string): Found {
  const parts = text.split('.');
  if (parts.length !== 3 || !parts.every((part) => /^[\w-]*$/.test(part))) {
    throw new Unreadable('nothing');
  }
  const header = json(utf8(base64(parts[0])));
  const payload = json(utf8(base64(parts[1])));
  if (header.alg !== 'EdDSA') {
    throw new Unreadable('kind');
  }
  const statement = Object.fromEntries(Object.entries(payload).filter(([name]) => !CLAIMS.includes(name)));
  return {
    statement,
    token: {
      method: String(header.kid ?? ''),
      issuer: String(payload.iss ?? ''),
      signed: `${parts[0]}.${parts[1]}`,
      signature: base64(parts[2]),
    },
  };
}

async function inPng(bytes: Uint8Array): Promise<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = PNG.length + 1; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (latin(bytes.subarray(at + 4, at + 8)) === 'iTXt' && latin(content.subarray(0, KEYWORD.length)) === KEYWORD) {
      const packed = content[KEYWORD.length] === 1;
      // The language and the translated keyword end with a zero each.
      const language = content.indexOf(0, KEYWORD.length + 2);
      const text = content.subarray(content.indexOf(0, language + 1) + 1);
      return utf8(packed ? await unpacked(text, 'deflate', LARGEST_INSIDE) : text);
    }
    at += 12 + length;
  }
  throw new Unreadable('nothing-inside');
}

function inSvg(text: string): string {
  const element = text.indexOf('<openbadges:credential');
  const begin = text.indexOf('<![CDATA[', Math.max(0, element));
  const end = text.indexOf(']]></openbadges:credential>', Math.max(0, begin));
  if (element >= 0 && begin >= 0 && end >= 0) {
    return text.substring(begin + '<![CDATA['.length, end).replaceAll(']]]]><![CDATA[>', ']]>');
  }
  const [, inAttribute] = /<openbadges:credential\s[^>]*?verify="([\w.-]+)"/.exec(text) ?? [];
  if (!inAttribute) {
    throw new Unreadable('nothing-inside');
  }
  return inAttribute;
}

/** Attachments of a PDF are streams of their own, which nothing else is packed around. */
async function inPdf(bytes: Uint8Array): Promise<Found> {
  const text = latin(bytes);
  const found = new Map<string, Found>();
  for (const { index } of text.matchAll(/\/EmbeddedFile\b/g)) {
    const begin = text.indexOf('stream', index);
    const dictionary = text.substring(text.lastIndexOf(' obj', index), begin);
    const end = text.indexOf('endstream', begin);
    if (begin < 0 || end < 0 || dictionary.includes('endobj')) {
      continue;
    }
    const from = begin + 'stream'.length + (text.startsWith('\r\n', begin + 'stream'.length) ? 2 : 1);
    const [, said] = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary) ?? [];
    const content = bytes.subarray(from, said ? from + Number(said) : end);
    try {
      const packed = dictionary.includes('/FlateDecode');
      const inside = utf8(packed ? await unpacked(content, 'deflate', LARGEST_INSIDE) : content).trim();
      const credential = fromText(inside);
      found.set(JSON.stringify(credential.statement), credential);
    } catch {
      // Another attachment.
    }
  }
  if (found.size > 1) {
    throw new Unreadable('several');
  }
  const [only] = found.values();
  if (!only) {
    throw new Unreadable('nothing-inside');
  }
  return only;
}

/** At most so many bytes; a small file may be made to unpack to a huge one. */
export async function unpacked(bytes: Uint8Array, how: 'gzip' | 'deflate', most: number): Promise<Uint8Array> {
  const reader = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream(how)).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((failure: unknown) => {
      // What stands behind the end of the packed part is of no interest.
      if (length > 0) {
        return { done: true, value: undefined };
      }
      throw failure;
    });
    if (done || !value) {
      break;
    }
    length += value.length;
    if (length > most) {
      throw new Unreadable('large');
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

/** Base 64 as in addresses and tokens, without padding. */
export function base64(text: string): Uint8Array {
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  } catch {
    throw new Unreadable('nothing');
  }
}

function json(text: string): Statement {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) {
      return read as Statement;
    }
  } catch {
    // Told below.
  }
  throw new Unreadable('nothing');
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes);
}
