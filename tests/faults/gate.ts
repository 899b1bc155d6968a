/** Somebody arrives and is held until the gate opens. */
export interface Gate {
  /** Called by the one who arrives. */
  pass(): Promise<void>;
  /** Resolves when somebody has arrived. */
  arrived: Promise<void>;
  /** From now on nobody is held. */
  open(): void;
}

export function closeGate(): Gate {
  const arrival = Promise.withResolvers<void>();
  const opening = Promise.withResolvers<void>();
  return {
    arrived: arrival.promise,
    open: opening.resolve,
    pass: () => {
      arrival.resolve();
      return opening.promise;
    },
  };
}
