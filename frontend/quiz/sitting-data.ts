import type { Fate } from './question';

/** The words of an attempt, in the learner's language; lists are by number, from none. */
export interface Texts {
  /** Of one answer. */
  readonly fates: Record<Exclude<Fate, 'unknown'>, string>;
  /** Of all answers together; offline by the number of those that are not saved. */
  readonly all: Record<Exclude<Fate, 'offline' | 'unknown'>, string>;
  readonly offline: string[];
  readonly answered: string[];
  readonly step: Record<'open' | 'answered' | 'unsaved' | 'conflict', string>;
  /** Of a question that is flagged, around what is said of its step. */
  readonly flagged: string;
  readonly lookAll: string;
  readonly lookSome: string[];
  readonly conflict: string;
  readonly here: string;
  readonly there: string;
  readonly noAnswer: string;
  readonly keepMine: string;
  readonly takeTheirs: string;
  /** A question had been left before its answer came: its number, and the answer in words. */
  readonly outOfTurn: string;
  /** Another device has changed the answer to a question: its number, and when. */
  readonly replaced: string;
  /** The attempt has ended, but not here. */
  readonly ended: string;
  readonly receipt: string;
  readonly noReceipts: string;
  readonly submitting: string;
  readonly notSubmitted: Record<'offline' | 'conflict' | 'unsaved' | 'failed' | 'silent', string>;
  readonly filesUnderWay: string;
  /** The clock has ended: what was typed is being saved; and what happens where that is not possible. */
  readonly over: string;
  readonly overOffline: string;
}

export function fill(pattern: string, ...values: (string | number)[]): string {
  return pattern.replace(/\{(\d)\}/g, (whole, at: string) => String(values[Number(at)] ?? whole));
}

/** By the clock of the reader, to the second. */
export function time(at: Date): string {
  return at.toLocaleTimeString(document.documentElement.lang || undefined, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
}

export function day(at: Date): string {
  return at.toLocaleDateString(document.documentElement.lang || undefined, { dateStyle: 'medium' });
}
