// Script that a test runs in a page, which then watches for everything that it could notice of being read.
// See watch-page.ts for the shape of what it reports.

const EVENTS =
  `message messageerror focus blur focusin focusout scroll scrollend selectionchange selectstart resize click
  mousedown mouseover mousemove pointerdown pointerover pointermove keydown keyup beforeinput input change invalid toggle
  beforetoggle slotchange load error hashchange popstate visibilitychange copy storage animationstart transitionrun
  contentvisibilityautostatechange securitypolicyviolation beforematch fullscreenchange`.split(/\s+/);

const TYPES =
  `EventTarget Node Element HTMLElement Document DocumentFragment ShadowRoot CharacterData Text HTMLInputElement
  HTMLSelectElement HTMLTextAreaElement HTMLButtonElement HTMLSlotElement HTMLIFrameElement HTMLLabelElement HTMLDetailsElement
  HTMLImageElement CSSStyleDeclaration Range Selection NodeList HTMLCollection NamedNodeMap DOMTokenList DOMRect
  DOMRectReadOnly MutationObserver TreeWalker History Performance Crypto MessageChannel Storage`.split(/\s+/);

const noticed = { mutations: [], calls: [], events: [], observed: [] };
let isArmed = false;
let before = {};

function note(kind, what) {
  if (isArmed) noticed[kind].push(what);
}

function findRoots() {
  return [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
}

function watchMutations() {
  const tell = (records) =>
    records.forEach(({ type, target }) => note('mutations', `${type} of ${target.nodeName}`));
  const observer = new MutationObserver(tell);
  const options = { subtree: true, childList: true, attributes: true, characterData: true };
  for (const root of findRoots()) observer.observe(root, options);
  const takeRecords = observer.takeRecords.bind(observer);
  return () => tell(takeRecords());
}

function watchEvents() {
  for (const type of EVENTS) {
    const target = type === 'slotchange' ? findRoots() : [window];
    for (const each of target) each.addEventListener(type, () => note('events', type), true);
  }
}

function watchBoxes() {
  const tell = (kind) => (entries) =>
    entries.forEach(({ target }) => note('observed', `${kind} of ${target.nodeName}`));
  const observers = [
    new ResizeObserver(tell('size')),
    new IntersectionObserver(tell('crossing'), { threshold: [0, 0.5, 1] }),
  ];
  for (const element of document.querySelectorAll('*')) for (const each of observers) each.observe(element);
  const entryTypes = ['resource', 'mark', 'measure', 'layout-shift', 'element', 'paint'];
  new PerformanceObserver((list) =>
    list.getEntries().forEach(({ entryType, name }) => note('observed', `${entryType} ${name}`)),
  ).observe({ entryTypes });
}

/** Every getter, setter and method of the object tells that it was called. */
function trap(owner, ownerName) {
  for (const key of Reflect.ownKeys(owner)) {
    const found = Object.getOwnPropertyDescriptor(owner, key);
    // Types, frames, and the door through which the test itself comes in.
    if (!found?.configurable || /^[A-Z\d]|^(constructor|eval)$/.test(String(key))) continue;
    const wrap = (original) =>
      typeof original !== 'function'
        ? original
        : function (...args) {
            note('calls', `${ownerName}.${String(key)}`);
            return Reflect.apply(original, this, args);
          };
    if (typeof found.value === 'function')
      Object.defineProperty(owner, key, { ...found, value: wrap(found.value) });
    else if (found.get)
      Object.defineProperty(owner, key, { ...found, get: wrap(found.get), set: wrap(found.set) });
  }
}

function trapAll() {
  for (const type of TYPES) trap(globalThis[type].prototype, type);
  trap(window, 'window');
  trap(document, 'document');
  const get = () => note('calls', 'Error.prepareStackTrace');
  Object.defineProperty(Error, 'prepareStackTrace', { configurable: true, get });
}

/** What the page could compare with an earlier look. */
function takeStock() {
  const elements = [...document.querySelectorAll('*')];
  const prototypes = [Node, Element, HTMLElement, Document, Event, Array, Object].map(
    ({ prototype }) => prototype,
  );
  const owners = [window, document, ...elements, ...prototypes];
  return {
    markup: document.documentElement.outerHTML,
    names: owners.map((owner) => Reflect.ownKeys(owner).map(String).join()).join(';'),
    focus: elements.indexOf(document.activeElement),
    selection: `${getSelection().rangeCount} ${getSelection()}`,
    scroll: elements.map(({ scrollTop, scrollLeft }) => scrollTop + scrollLeft).join(),
    history: `${history.length} ${location.href} ${document.title}`,
    styles: `${document.styleSheets.length} ${document.adoptedStyleSheets.length}`,
    animations: document.getAnimations().length,
  };
}

async function startErrandWatch() {
  const flushMutations = watchMutations();
  watchEvents();
  watchBoxes();
  trapAll();
  globalThis.reportErrandWatch = () => {
    flushMutations();
    isArmed = false;
    const now = takeStock();
    const changed = Object.keys(now).filter((key) => now[key] !== before[key]);
    isArmed = true;
    return { ...noticed, changed };
  };
  // Resize and intersection observers report once when they begin.
  await new Promise((resolve) => setTimeout(resolve, 50));
  await new Promise((resolve) => requestIdleCallback(resolve));
  flushMutations();
  before = takeStock();
  isArmed = true;
}
globalThis.startErrandWatch = startErrandWatch;
