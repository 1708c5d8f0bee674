import type { LabFile } from './kernel';

/** What a learner may do with a cell. */
export type CellRole = 'text' | 'locked' | 'solution' | 'test' | 'free' | 'answer';

/** A cell as the lab is released; html is rendered and made safe by the server. */
export interface LabCell {
  readonly key: string;
  readonly role: CellRole;
  readonly source: string;
  readonly html?: string;
  /** In words. */
  readonly points?: string;
  /** Rendered and made safe by the server. */
  readonly hints?: string[];
}

/** Everything that a lab needs to be worked on. */
export interface LabData {
  readonly work: string;
  readonly ticket: string;
  readonly runtime: string;
  /** Packages that are loaded before the first cell, by the names that the runtime knows them by. */
  readonly packages: string[];
  /** Where cells run; EITHER lets the learner choose. */
  readonly runsOn: 'BROWSER' | 'SERVER' | 'EITHER';
  /** The packages of the lab, as a list in words. */
  readonly needs: string;
  readonly cellSeconds: number;
  readonly totalSeconds: number;
  readonly cells: LabCell[];
  readonly files: LabFile[];
  readonly texts: Texts;
  readonly readOnly: boolean;
  /** Whether work is saved; it is not when an author tries the lab. */
  readonly saves: boolean;
}

/** The words of the page, in the learner's language. */
export interface Texts {
  readonly run: string;
  readonly stop: string;
  readonly runAll: string;
  readonly restart: string;
  readonly reset: string;
  readonly undoReset: string;
  readonly remove: string;
  readonly removed: string;
  readonly notebook: string;
  readonly addCell: string;
  readonly hint: string;
  readonly hints: string;
  readonly nextHint: string;
  readonly traceback: string;
  readonly line: string;
  readonly shortened: string;
  readonly picture: string;
  readonly pictureWithoutWords: string;
  readonly pictureTitle: string;
  readonly enlarge: string;
  readonly frame: string;
  /** Of the bench alone. */
  readonly leaveBench: string;
  readonly benchOutput: string;
  readonly leaveEditor: string;
  readonly roles: Record<CellRole, string>;
  readonly kernel: Record<'idle' | 'starting' | 'ready' | 'busy' | 'broken', string>;
  readonly saving: Record<'fetching' | 'saved' | 'waiting' | 'offline' | 'conflict' | 'closed' | 'full' | 'refused', string>;
  readonly cell: string;
  readonly finished: string;
  readonly failed: string;
  readonly stopped: string;
  readonly conflict: string;
  readonly keepMine: string;
  readonly takeTheirs: string;
  readonly errors: Record<string, string>;
  /** Limits that a run on the server broke, by name. */
  readonly broken: Record<string, string>;
  readonly close: string;
  readonly undo: string;
  readonly undone: string;
  readonly output: string;
  readonly allFinished: string;
  readonly answers: string;
  readonly server: Record<
    | 'label' | 'browser' | 'server' | 'needed' | 'chosen' | 'limits' | 'idle' | 'busy' | 'next' | 'ahead'
    | 'often' | 'full' | 'large' | 'closed' | 'failed' | 'lost' | 'offline' | 'missing',
    string
  >;
  readonly history: Record<
    | 'open' | 'title' | 'choose' | 'none' | 'more' | 'unreachable' | 'here' | 'elsewhere' | 'both' | 'of' | 'submission'
    | 'same' | 'legend' | 'restore' | 'take' | 'restoreCell' | 'unchanged' | 'removed' | 'others' | 'restored',
    string
  >;
  readonly keys: Record<
    | 'open' | 'title' | 'runNext' | 'runStay' | 'runInsert' | 'runAll' | 'save' | 'up' | 'down' | 'indent' | 'leave'
    | 'complete' | 'comment' | 'find' | 'undo',
    string
  >;
}
