import type { QuietLeave } from '../../types';
import type { PageWindow } from '../actor/act-context';
import { watchLeaving } from './watch-leaving';

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
