import { StaleDriverError, type BlobPort, type LogPort } from '../../lib/agent/ports';
import { EVENT_VERSION, type EventBody, type RunEvent } from '../../lib/trajectories/event';

/** The log of one run in memory, refusing a seq that is taken just as the real one does. */
export class FakeLog implements LogPort {
  readonly events: RunEvent[] = [];

  constructor(
    readonly runId: string,
    private readonly now: () => number,
  ) {}

  read(runId: string): Promise<RunEvent[]> {
    return Promise.resolve(runId === this.runId ? [...this.events] : []);
  }

  append(runId: string, seq: number, body: EventBody): Promise<RunEvent> {
    if (runId !== this.runId) return Promise.reject(new Error(`no run ${runId}`));
    if (seq !== this.events.length) return Promise.reject(new StaleDriverError(`seq ${seq} is taken`));
    return Promise.resolve(this.write(body));
  }

  /** What the background writes on the user's behalf: at the end, whoever else is writing. */
  write(body: EventBody): RunEvent {
    const event: RunEvent = structuredClone({
      ...body,
      v: EVENT_VERSION,
      runId: this.runId,
      seq: this.events.length,
      at: this.now(),
    });
    this.events.push(event);
    return event;
  }
}

/** Texts by a hash that only has to tell them apart. */
export class FakeBlobs implements BlobPort {
  readonly texts = new Map<string, string>();

  put(text: string): Promise<string> {
    const known = [...this.texts].find(([, each]) => each === text)?.[0];
    const hash = known ?? this.texts.size.toString(16).padStart(64, '0');
    this.texts.set(hash, text);
    return Promise.resolve(hash);
  }

  get(hash: string): Promise<string | undefined> {
    return Promise.resolve(this.texts.get(hash));
  }
}
