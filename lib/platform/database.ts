import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Grant } from '../agent/ports';
import type { Recipe } from '../recipes/schema';
import type { RunEvent } from '../trajectories/event';
import type { LedgerRow } from '../trajectories/ledger-row';
import type { RunSummary } from '../trajectories/run-summary';
import { fillLedger } from './fill-ledger';

/** A text or file beside the log, known by the SHA-256 of its content. */
export interface BlobRow {
  hash: string;
  text: string;
  /** Of a file: its bytes, and no text. */
  bytes?: ArrayBuffer;
}

/**
 * The one database. The events are canonical; `runs` and `ledger` are projections of them, written in the same transaction.
 * Version 1 is the first released layout: later layouts are added as `version(2).stores(…).upgrade(…)`, never edited in.
 */
export class ErrandDatabase extends Dexie {
  declare runs: EntityTable<RunSummary, 'id'>;
  declare events: Table<RunEvent, [string, number]>;
  declare blobs: EntityTable<BlobRow, 'hash'>;
  declare recipes: EntityTable<Recipe, 'id'>;
  declare grants: Table<Grant, [string, string]>;
  declare ledger: Table<LedgerRow, [string, number]>;

  constructor(name = 'errand') {
    // An intent must be on disk before the page is told: `strict` costs 0.15 ms a transaction.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      runs: 'id, startedAt, status, site, *tabs',
      events: '[runId+seq]',
      blobs: 'hash',
      recipes: 'id, site',
      grants: '[origin+covers]',
    });
    this.version(2).stores({ ledger: '[runId+seq], day' }).upgrade(fillLedger);
    // Dexie opens a newer layout as if it were its own: what a newer Errand wrote is left alone instead.
    this.on('ready', () => this.expectOwnLayout(), true);
  }

  private expectOwnLayout(): void {
    const installed = this.backendDB().version / IDB_VERSIONS_PER_LAYOUT;
    if (installed > this.verno)
      throw new Dexie.VersionError(`The database has layout ${installed}; this version knows ${this.verno}.`);
  }
}

/** Dexie counts layouts in tenths of IndexedDB's versions. */
const IDB_VERSIONS_PER_LAYOUT = 10;

export const database = new ErrandDatabase();
