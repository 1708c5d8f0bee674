import { base64, credentialIn, Found, fromText, Statement, Unreadable, unpacked } from './file';
import { signedInside, signedToken, proofOf } from './proof';
import { here, issuerKey, IssuerKey, issuerOf, parsed, Published } from './published';

export type { Found } from './file';
export type { Published } from './published';
export { credentialIn, fromText, Unreadable } from './file';
export { issuerOf } from './published';
export { differences } from './differences';

/** The steps, in their order; what fails at one is not asked at the next. */
export type Step = 'issuer' | 'signature' | 'dates' | 'status';

/** What one step found; the code is the end of a key of the page's words. */
export interface Finding {
  readonly step: Step;
  readonly good: boolean;
  readonly code: string;
  readonly args: string[];
}

const LARGEST_LIST = 4_000_000;
const MOST_PARTS = 100;
const MOST_ENDORSEMENTS = 50;

/** Checks a credential step by step with nothing but what its issuer publishes. */
export async function check(found: Found, published: Published, now: Date): Promise<Finding[]> {
  const findings: Finding[] = [];
  let step: Step = 'issuer';
  const note = (code: string, ...args: string[]) => findings.push({ step, good: true, code, args });
  try {
    const { statement, token } = found;
    const issuer = issuerOf(statement);
    const signer = await issuerKey(statement, token?.method ?? proofOf(statement).verificationMethod, published);
    if (!signer.known) {
      throw new Unreadable('stranger', [issuer]);
    }
    note('issuer', nameOf(statement), issuer);
    step = 'signature';
    if (!(await holds(found, signer, issuer))) {
      throw new Unreadable('changed');
    }
    note('signature');
    step = 'dates';
    const until = dates(statement, now);
    note(until ? 'until' : 'no-expiry', ...(until ? [until] : []));
    step = 'status';
    note(await status(statement, issuer, published, now));
  } catch (failure) {
    const { code, args } = failure instanceof Unreadable ? failure : new Unreadable('unreachable');
    findings.push({ step, good: false, code, args });
  }
  return findings;
}

/** A part of a transcript, and what was found of it. */
export interface Part {
  readonly statement: Statement;
  readonly findings: Finding[];
}

/**
 * As {@link check}; of transcripts each part too, which is signed by its own issuer and has a status of its own, and what others
 * endorse. When an endorsement falls, what it endorses still stands.
 */
export async function checkWhole(
  found: Found,
  published: Published,
  now: Date,
): Promise<{ findings: Finding[]; parts: Part[]; endorsements: Part[]; good: boolean }> {
  const findings = await check(found, published, now);
  const parts: Part[] = [];
  const endorsements: Part[] = [];
  if (findings.every(({ good }) => good)) {
    endorsements.push(...(await endorsementsIn(found.statement, published, now)));
    for (const statement of partsOf(found.statement)) {
      parts.push({ statement, findings: await check({ statement }, published, now) });
      endorsements.push(...(await endorsementsIn(statement, published, now)));
    }
  }
  const all = [findings, ...parts.map((part) => part.findings)].flat();
  return { findings, parts, endorsements, good: all.every(({ good }) => good) };
}

/** What others signed about the achievement, each with its own key. */
async function endorsementsIn({ credentialSubject }: Statement, published: Published, now: Date): Promise<Part[]> {
  const achievement = (credentialSubject as Statement | undefined)?.achievement as Statement | undefined;
  const endorsements = [achievement?.endorsement ?? []].flat() as Statement[];
  if (endorsements.length > MOST_ENDORSEMENTS) {
    throw new Unreadable('large');
  }
  const found: Part[] = [];
  for (const statement of endorsements) {
    const about = (statement.credentialSubject as Statement | undefined)?.id;
    const findings: Finding[] =
      about === achievement?.id
        ? await check({ statement }, published, now)
        : [{ step: 'signature', good: false, code: 'endorsement.other', args: [] }];
    found.push({ statement, findings });
  }
  return found;
}

function partsOf({ type, credentialSubject }: Statement): Statement[] {
  const parts = [type].flat().includes('ClrCredential') && (credentialSubject as Statement | undefined)?.verifiableCredential;
  if (parts === false || parts === undefined) {
    return [];
  }
  const all = [parts].flat() as Statement[];
  if (all.length > MOST_PARTS) {
    throw new Unreadable('large');
  }
  return all;
}

function holds({ statement, token }: Found, { key }: IssuerKey, issuer: string): Promise<boolean> {
  return token
    ? signedToken(token, key).then((signed) => signed && token.issuer === issuer)
    : signedInside(statement, key);
}

function nameOf({ issuer }: Statement): string {
  const name = (issuer as Statement | undefined)?.name;
  return typeof name === 'string' ? name : '';
}

/** Until when it is valid; undefined when it does not expire. */
function dates(statement: Statement, now: Date): string | undefined {
  // What cannot be read is no date in the past.
  if (statement.validFrom !== undefined && !(Date.parse(String(statement.validFrom)) <= now.getTime())) {
    throw new Unreadable('not-yet', [String(statement.validFrom)]);
  }
  if (statement.validUntil === undefined) {
    return undefined;
  }
  // What cannot be read is no date in the future.
  if (!(now.getTime() <= Date.parse(String(statement.validUntil)))) {
    throw new Unreadable('expired', [String(statement.validUntil)]);
  }
  return String(statement.validUntil);
}

function current(list: Statement, now: Date): boolean {
  return Date.parse(String(list.validFrom)) <= now.getTime() && now.getTime() <= Date.parse(String(list.validUntil));
}

async function status(statement: Statement, issuer: string, published: Published, now: Date): Promise<string> {
  const { credentialStatus } = statement;
  const entries = credentialStatus === undefined ? [] : [credentialStatus].flat();
  for (const entry of entries as Statement[]) {
    if (await isSet(entry, issuer, published, now)) {
      const purpose = String(entry.statusPurpose);
      throw new Unreadable(['revocation', 'suspension'].includes(purpose) ? purpose : 'other-status', [purpose]);
    }
  }
  return entries.length === 0 ? 'no-status' : 'stands';
}

async function isSet(entry: Statement, issuer: string, published: Published, now: Date): Promise<boolean> {
  if (entry.type !== 'BitstringStatusListEntry') {
    throw new Unreadable('kind');
  }
  const address = String(entry.statusListCredential);
  const list = parsed(await published.fetch(here(address, published), 'application/vc'));
  const signer = await issuerKey(list, proofOf(list).verificationMethod, published);
  const subject = list.credentialSubject as Statement | undefined;
  const right = issuerOf(list) === issuer && list.id === address && subject?.statusPurpose === entry.statusPurpose;
  if (!right || !(await signedInside(list, signer.key))) {
    throw new Unreadable('list');
  }
  if (!current(list, now)) {
    throw new Unreadable('list-old');
  }
  const bits = await unpacked(base64(String(subject?.encodedList).substring(1)), 'gzip', LARGEST_LIST);
  const place = /^\d{1,9}$/.test(String(entry.statusListIndex)) ? Number(entry.statusListIndex) : -1;
  const byte = bits[Math.floor(place / 8)];
  if (byte === undefined) {
    throw new Unreadable('list');
  }
  return (byte & (0x80 >> place % 8)) !== 0;
}
