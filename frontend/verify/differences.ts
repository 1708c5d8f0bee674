import type { Statement } from './file';

/** A place where a file says something else than what was issued. */
export interface Difference {
  /** As in a file: the names on the way, with slashes. */
  readonly place: string;
  /** The end of a key of the page's words; empty where no word says it. */
  readonly code: string;
  readonly here?: string;
  readonly there?: string;
}

const NAMED: [RegExp, string][] = [
  [/^\/credentialSubject\/identifier\/\d+\/identityHash$/, 'holder'],
  [/^\/(credentialSubject\/achievement\/)?name$/, 'course'],
  [/^\/issuer\/name$/, 'issuer'],
  [/^\/issuer\/id$/, 'key'],
  [/^\/validFrom$/, 'from'],
  [/^\/validUntil$/, 'until'],
  [/^\/credentialSubject\/result\//, 'result'],
  [/^\/evidence\//, 'evidence'],
  [/^\/credentialStatus\//, 'status'],
];
const MOST = 50;

/** Where a statement differs from the one that was issued; the proof aside. */
export function differences(file: Statement, issued: Statement): Difference[] {
  const mine = leaves('', { ...file, proof: undefined });
  const theirs = leaves('', { ...issued, proof: undefined });
  return [...new Set([...mine.keys(), ...theirs.keys()])]
    .filter((place) => mine.get(place) !== theirs.get(place))
    .slice(0, MOST)
    .map((place) => ({
      place,
      code: NAMED.find(([pattern]) => pattern.test(place))?.[1] ?? '',
      here: mine.get(place),
      there: theirs.get(place),
    }));
}

function leaves(path: string, value: unknown, into = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'object' && value !== null) {
    Object.entries(value).forEach(([name, member]) => leaves(`${path}/${name}`, member, into));
  } else if (value !== undefined) {
    into.set(path, String(value));
  }
  return into;
}
