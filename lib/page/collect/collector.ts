import { actError, type ActContext } from '../act/actor/act-context';
import { scrollingElementOf } from '../act/actor/native-dom';
import { clickElement } from '../act/click';
import { watchLeaving } from '../act/effect/watch-leaving';
import { scrollAreaBy, scrolls } from '../act/ready/scroll-area';
import { walkFlatAncestors } from '../observe/flat-tree';
import { getRect, isConnected } from '../observe/dom';
import { computeTarget } from '../locate/target';
import type { CollectEnd, CollectReply, CollectTurn } from './collect-reply';
import { findControls } from './find-control';
import { mergeRows } from './merge-rows';
import { type KnownList, readRows, type RowNow, type RowsNow } from './read-rows';
import { readWhenChanged, signatureOf } from './wait-for-rows';

/** Part of a screen that one scroll moves: some rows stay in sight, and tie what is new to what was seen. */
const SCREEN_PART = 0.8;
/** Where rows of very different heights go by, less is moved; but this much. */
const LEAST_SCREEN_PART = 0.2;
/** How long rows may take to come after scrolling in the middle, at the end, and after a press. */
const STEP_TIMEOUT_MS = 600;
const GROW_TIMEOUT_MS = 2_500;
const PRESS_TIMEOUT_MS = 8_000;

/** Gathers the rows of one list in one document. It scrolls and presses only when it is told to. */
export class Collector {
  private seen: RowNow[] = [];
  private now: RowsNow | undefined;
  private known: KnownList | undefined;
  /** Scrolling at the end brought nothing. */
  private isExhausted = false;
  /** Rows come and go as the page is scrolled, or nothing is known of that yet: it is scrolled by screens. */
  private bySteps = true;
  private screenPart = SCREEN_PART;

  /** `known`: what the list was in the document before this one. Throws `no-listing`. */
  async begin(context: ActContext, near: Element | undefined, known?: KnownList): Promise<CollectReply> {
    this.known = known;
    this.now = await this.read(context, near);
    if (!this.now)
      throw actError('no-listing', 'Nothing here repeats like a table, list or cards. Use read_page.');
    this.known ??= this.now.list;
    await this.rewind(context);
    return this.take(context, {});
  }

  async scroll(context: ActContext): Promise<CollectReply> {
    const area = this.expectArea(context);
    const before = this.expectNow();
    const place = area.scrollTop;
    moveDown(context, area, this.bySteps ? area.clientHeight * this.screenPart : area.scrollHeight);
    const limit = isAtEnd(area) ? GROW_TIMEOUT_MS : STEP_TIMEOUT_MS;
    const now = await readWhenChanged(context, signatureOf(before), limit, () => this.read(context));
    if (now) this.now = now;
    const { fresh, hasGap } = mergeRows(this.seen, this.placed(context));
    if (hasGap && (!this.bySteps || this.screenPart > LEAST_SCREEN_PART))
      return this.goBack(context, area, place);
    if (fresh.length === 0 && isAtEnd(area)) this.isExhausted = true;
    this.bySteps = fresh.length > 0 || signatureOf(this.expectNow()) !== signatureOf(before);
    return this.take(context, {});
  }

  /** Presses a control that was found before and has been allowed. */
  async press(context: ActContext, control: Element, kind: 'next' | 'more'): Promise<CollectReply> {
    const { window } = context;
    const before = this.expectNow();
    const url = window.location.href;
    const leaving = watchLeaving(window);
    try {
      await clickElement(context, control);
      const reading = readWhenChanged(
        context,
        signatureOf(before),
        PRESS_TIMEOUT_MS,
        () => this.read(context),
        leaving.seen,
      );
      const now = await Promise.race([reading, leaving.begun.then(() => undefined)]);
      if (leaving.seen()) return { items: [], list: this.expectNow().list, left: true };
      return await this.takeAfterPress(context, {
        before,
        now,
        kind,
        isElsewhere: url !== window.location.href,
      });
    } finally {
      leaving.stop();
    }
  }

  private async takeAfterPress(
    context: ActContext,
    { before, now, kind, isElsewhere }: AfterPress,
  ): Promise<CollectReply> {
    if (!now || (signatureOf(now) === signatureOf(before) && !isElsewhere)) {
      return { items: [], list: this.expectNow().list, ended: 'no-change' };
    }
    this.now = now;
    this.isExhausted = false;
    if (kind === 'more' || (!isElsewhere && isGrown(before, now))) return this.take(context, {});
    this.seen = [];
    await this.rewind(context);
    return this.take(context, { replaced: true });
  }

  /** The rows that are new, and what to do for more. */
  private take(context: ActContext, facts: Partial<CollectReply>): CollectReply {
    const { list, shell } = this.expectNow();
    const { fresh, hasGap } = mergeRows(this.seen, this.placed(context));
    const rows = fresh as RowNow[];
    this.seen.push(...rows);
    return {
      items: rows.map(({ tree }) => tree),
      list,
      ...(shell === undefined ? {} : { shell }),
      ...(hasGap ? { hasGap } : {}),
      ...facts,
      ...this.findTurn(context),
    };
  }

  private findTurn(context: ActContext): { turn: CollectTurn } | { ended: CollectEnd } {
    const nested = this.findNestedArea(context);
    if (nested && !isAtEnd(nested)) return { turn: { kind: 'scroll' } };
    const { container, rows } = this.expectNow();
    const controls = findControls(
      context.document,
      container,
      rows.map(({ element }) => element),
    );
    let ended: CollectEnd = 'end';
    for (const { element, kind } of controls) {
      const target = computeTarget(context.window, element, context.deps.refOf(element));
      const objection = findObjection(target);
      if (!objection) return { turn: { kind, ref: target.ref, target } };
      ended = objection;
    }
    return this.isExhausted || ended !== 'end' ? { ended } : { turn: { kind: 'scroll' } };
  }

  private read(context: ActContext, near?: Element): Promise<RowsNow | undefined> {
    return readRows(context.window, near && isConnected(near) ? near : undefined, this.known);
  }

  /** Rows with their places in what scrolls. */
  private placed(context: ActContext): RowNow[] {
    const nested = this.findNestedArea(context);
    const offset = nested ? nested.scrollTop - getRect(nested).top : context.window.scrollY;
    return this.expectNow().rows.map((row) => ({ ...row, top: row.top + offset }));
  }

  /** A list in an area of its own is read from its beginning. */
  private async rewind(context: ActContext): Promise<void> {
    const nested = this.findNestedArea(context);
    if (!nested || nested.scrollTop === 0) return;
    const before = signatureOf(this.expectNow());
    moveDown(context, nested, -nested.scrollHeight);
    this.now =
      (await readWhenChanged(context, before, STEP_TIMEOUT_MS, () => this.read(context))) ?? this.now;
  }

  /** The rows in between were not drawn: from here on it is scrolled by less. */
  private async goBack(context: ActContext, area: Element, place: number): Promise<CollectReply> {
    const there = signatureOf(this.expectNow());
    if (this.bySteps) this.screenPart = Math.max(LEAST_SCREEN_PART, this.screenPart / 2);
    moveDown(context, area, place - area.scrollTop);
    this.now = (await readWhenChanged(context, there, STEP_TIMEOUT_MS, () => this.read(context))) ?? this.now;
    this.bySteps = true;
    return this.take(context, {});
  }

  /** Nearest area around the rows, other than the page, that scrolls up and down. */
  private findNestedArea({ document }: ActContext): Element | undefined {
    const page = scrollingElementOf(document);
    const { container } = this.expectNow();
    for (const area of [container, ...walkFlatAncestors(container)])
      if (area !== page && scrolls(area) && area.scrollHeight > area.clientHeight + 1) return area;
    return undefined;
  }

  private expectArea(context: ActContext): Element {
    const area = this.findNestedArea(context) ?? scrollingElementOf(context.document);
    if (!area) throw actError('no-listing', 'The page that held the list is gone. Observe again.');
    return area;
  }

  private expectNow(): RowsNow {
    if (!this.now) throw actError('no-listing', 'The list has not been read yet.');
    return this.now;
  }
}

interface AfterPress {
  before: RowsNow;
  now: RowsNow | undefined;
  kind: 'next' | 'more';
  isElsewhere: boolean;
}

/** The browser tells of a scroll with the next frame, which a page that nobody looks at never draws: it is told at once. */
function moveDown({ window, document }: ActContext, area: Element, pixels: number): void {
  scrollAreaBy(area, 0, pixels);
  const target = area === scrollingElementOf(document) ? document : area;
  target.dispatchEvent(new window.Event('scroll', { bubbles: target === document }));
}

function isAtEnd({ scrollTop, clientHeight, scrollHeight }: Element): boolean {
  return scrollTop + clientHeight >= scrollHeight - 2;
}

/** All rows of before still stand there, and others after them. */
function isGrown(before: RowsNow, now: RowsNow): boolean {
  return (
    now.rows.length > before.rows.length &&
    before.rows.every(({ signature }, at) => now.rows[at]?.signature === signature)
  );
}

/** What keeps a control from being pressed for rows, whoever asks. */
function findObjection({
  href,
  opensTab,
  origin,
  submits,
}: ReturnType<typeof computeTarget>): CollectEnd | undefined {
  if (submits) return 'submits';
  if (opensTab) return 'elsewhere';
  if (href === undefined || !URL.canParse(href)) return undefined;
  const { protocol, origin: to } = new URL(href);
  return /^https?:$/.test(protocol) && to !== origin ? 'elsewhere' : undefined;
}
