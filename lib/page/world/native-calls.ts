type Anything = (...args: unknown[]) => unknown;

/** What a watched call does instead; `call` is the browser's own function with the caller's receiver and arguments. */
export type Instead = (call: () => unknown, args: unknown[], receiver: unknown) => unknown;

/** Functions of the page's world that are watched while a lease is held, and as the browser made them otherwise. */
export interface NativeCalls {
  watch(owner: object | undefined, name: string, instead: Instead): void;
  /** Puts every function back, unless the page has put one of its own over ours since. */
  restore(): void;
}

/**
 * A proxy of a native function has its name, length and behaviour; only its text would differ, so that `toString` of
 * functions is watched as well. References are taken before the page can replace them once more.
 */
export function createNativeCalls(window: Window & typeof globalThis): NativeCalls {
  const { Proxy: PageProxy, Reflect: reflect, WeakMap: PageWeakMap } = window;
  const { getOwnPropertyDescriptor, defineProperty } = window.Object;
  const originals = new PageWeakMap<object, object>();
  let undo: (() => void)[] = [];

  const watch = (owner: object | undefined, name: string, instead: Instead): void => {
    const found = owner && getOwnPropertyDescriptor(owner, name);
    if (!found || typeof found.value !== 'function' || !found.configurable) return;
    const original = found.value as Anything;
    const proxy = new PageProxy(original, {
      apply: (target, receiver, args: unknown[]) =>
        instead(() => reflect.apply(target, receiver, args) as unknown, args, receiver),
    });
    originals.set(proxy, original);
    defineProperty(owner, name, { ...found, value: proxy });
    undo.push(() => {
      if (getOwnPropertyDescriptor(owner, name)?.value === proxy) defineProperty(owner, name, found);
    });
  };

  return {
    watch(owner, name, instead) {
      if (undo.length === 0) {
        const { prototype } = window.Function;
        watch(prototype, 'toString', (call, _args, receiver) => {
          const original = typeof receiver === 'function' ? originals.get(receiver) : undefined;
          return original ? reflect.apply(toText, original, []) : call();
        });
      }
      watch(owner, name, instead);
    },
    restore() {
      for (const step of undo.reverse()) step();
      undo = [];
    },
  };
}

const toText = Function.prototype.toString;
