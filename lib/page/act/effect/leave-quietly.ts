import type { PageWindow } from '../actor/act-context';
import { watchLeaving } from './watch-leaving';

/** While the browser takes the run elsewhere, the page's own question whether to leave is not shown. */
export interface QuietLeave {
  /** Resolves as soon as the page goes, or by `stay`; `asked`: it would have asked. */
  leave(): Promise<{ asked: boolean }>;
  /** The page is still there and may ask again. */
  stay(): void;
}

export function createQuietLeave(window: PageWindow): QuietLeave {
  let going: { answer: Promise<{ asked: boolean }>; stay(): void } | undefined;
  const begin = (): NonNullable<typeof going> => {
    const leaving = watchLeaving(window);
    let stay: () => void = () => undefined;
    const stayed = new Promise<void>((resolve) => (stay = resolve));
    const answer = Promise.race([leaving.begun, stayed]).then(() => ({ asked: leaving.askedToStay() }));
    void stayed.then(leaving.stop);
    return { answer, stay };
  };
  return {
    leave: () => (going ??= begin()).answer,
    stay() {
      going?.stay();
      going = undefined;
    },
  };
}
