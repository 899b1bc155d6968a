import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { plainText } from './translate';

/** Text that shows its first lines and offers the rest. `lines` is one of the heights that `theme.css` knows: 3, 6, 12. */
export function ClampedText(props: { text: string; lines: 3 | 6 | 12; class?: string }) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const [open, setOpen] = useState(false);
  const [overflows, setOverflows] = useState(false);

  useLayoutEffect(() => {
    const element = paragraph.current;
    if (element && !open) setOverflows(element.scrollHeight > element.clientHeight + 1);
  }, [props.text, open]);

  return (
    <div class={`clamped ${props.class ?? ''}`}>
      <p ref={paragraph} dir="auto" class={open ? 'clamped-text' : `clamped-text clamp-${props.lines}`}>
        {plainText(props.text)}
      </p>
      {overflows && (
        <button type="button" class="link-button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? i18n.t('common.show_less') : i18n.t('common.show_more')}
        </button>
      )}
    </div>
  );
}
