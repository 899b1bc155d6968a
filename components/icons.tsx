/** One-stroke icons on a 16-px grid. They only repeat what a word beside them says, hence hidden from readers. */
import type { ComponentChildren } from 'preact';

export interface IconProps {
  class?: string;
}

function Icon(props: IconProps & { children: ComponentChildren }) {
  return (
    <svg
      class={`icon ${props.class ?? ''}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {props.children}
    </svg>
  );
}

function iconOf(path: string) {
  return (props: IconProps) => (
    <Icon {...props}>
      <path d={path} />
    </Icon>
  );
}

const CIRCLE = 'M8 1.75a6.25 6.25 0 1 0 0 12.5a6.25 6.25 0 1 0 0-12.5';

export const CheckIcon = iconOf('M3.5 8.5l3 3l6-7');
export const CheckCircleIcon = iconOf(`${CIRCLE}M5.25 8.25l2 2l3.5-4.25`);
export const CrossIcon = iconOf('M4.5 4.5l7 7M11.5 4.5l-7 7');
export const CrossCircleIcon = iconOf(`${CIRCLE}M6 6l4 4M10 6l-4 4`);
export const CircleIcon = iconOf(CIRCLE);
export const DashCircleIcon = iconOf(`${CIRCLE}M5.5 8h5`);
export const PauseCircleIcon = iconOf(`${CIRCLE}M6.5 6v4M9.5 6v4`);
export const StopCircleIcon = iconOf(`${CIRCLE}M6.25 6.25h3.5v3.5h-3.5z`);
export const AlertCircleIcon = iconOf(`${CIRCLE}M8 5v3.5M8 11v.01`);
export const QuestionCircleIcon = iconOf(
  `${CIRCLE}M6.4 6.4a1.65 1.65 0 1 1 2.4 1.5c-.5.3-.8.6-.8 1.1M8 11.1v.01`,
);
export const TargetCircleIcon = iconOf(`${CIRCLE}M8 6.75a1.25 1.25 0 1 0 0 2.5a1.25 1.25 0 1 0 0-2.5`);
/** An open arc; the one thing that turns while something happens. */
export const ArcIcon = iconOf('M8 1.75a6.25 6.25 0 1 1-6.25 6.25');
export const PauseIcon = iconOf('M5.5 3.5v9M10.5 3.5v9');
export const PlayIcon = iconOf('M5 3l7.5 5L5 13z');
export const StopIcon = iconOf('M4 4h8v8H4z');
export const SendIcon = iconOf('M8 13V3M3.75 7.25L8 3l4.25 4.25');
/** Into the box below. */
export const InsertIcon = iconOf('M11.5 4.5l-7 7M4.5 6v5.5H10');
export const ChevronIcon = iconOf('M6 4l4 4l-4 4');
export const BackIcon = iconOf('M10 4L6 8l4 4');
export const SettingsIcon = iconOf(
  'M2 4.5h5.25M11.25 4.5H14M9.25 2.75v3.5M2 11.5h2.75M8.75 11.5H14M6.75 9.75v3.5M7.25 4.5h0M4.75 11.5h0',
);
export const LibraryIcon = iconOf('M3 2.75v10.5M6.25 2.75v10.5M9.5 3.25l3.25 10');
export const RecipeIcon = iconOf('M3.5 5.5h9l-2.5-2.5M12.5 10.5h-9L6 13');
export const ShieldIcon = iconOf('M8 1.75l5 1.75v4c0 3.25-2.1 5.6-5 6.75c-2.9-1.15-5-3.5-5-6.75v-4z');
export const SpeechIcon = iconOf('M2.5 3h11v8H7.5l-3 2.5V11h-2z');
export const PointerIcon = iconOf('M3.5 2.5l9.5 5l-4.25 1.25L7 13z');
export const LinkIcon = iconOf(
  'M6.75 9.25l2.5-2.5M7.5 4.75l1.6-1.6a2.65 2.65 0 0 1 3.75 3.75l-1.6 1.6M8.5 11.25l-1.6 1.6a2.65 2.65 0 0 1-3.75-3.75l1.6-1.6',
);
export const ImageIcon = iconOf('M2.5 3h11v10h-11zM2.5 11l3.25-3.25l4 4M9 9.5l1.5-1.5l3 3M9.5 5.75v.01');
export const PageIcon = iconOf('M4 1.75h5.5L12.5 5v9.25H4zM9.25 2v3.25h3');
export const FileIcon = iconOf('M4 1.75h5.5L12.5 5v9.25H4zM6.25 8h4M6.25 10.75h4');
export const PaperClipIcon = iconOf(
  'M12.75 7.25l-5 5a3 3 0 0 1-4.25-4.25l5.25-5.25a2 2 0 0 1 2.85 2.85L6.4 10.75a1 1 0 0 1-1.4-1.4l4.6-4.6',
);
export const TextIcon = iconOf('M3 4h10M3 8h10M3 12h6');
export const DownloadIcon = iconOf('M8 2.5v8M4.5 7.25L8 10.75l3.5-3.5M3 13.5h10');
export const TrashIcon = iconOf('M2.75 4.25h10.5M6.25 4V2.5h3.5V4M4.25 4.5l.5 9h6.5l.5-9');
