import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** Reads a picture of the log by its hash, as a data URL; whoever shows steps provides it. */
export const PictureReader = createContext<(hash: string) => Promise<string | undefined>>(() =>
  Promise.resolve(undefined),
);

/** The picture that a step took; nothing where it is no longer stored. */
export function StepPicture(props: { hash: string }) {
  const read = useContext(PictureReader);
  const [source, setSource] = useState<string>();
  useEffect(() => {
    let isGone = false;
    void read(props.hash).then((found) => isGone || setSource(found));
    return () => {
      isGone = true;
    };
  }, [props.hash]);
  return source?.startsWith('data:image/') ? (
    <img class="step-picture" src={source} alt={i18n.t('step.picture')} />
  ) : null;
}
