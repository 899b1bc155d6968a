import type { RunStatus } from '../lib/agent/state';
import {
  CheckCircleIcon,
  CircleIcon,
  CrossCircleIcon,
  AlertCircleIcon,
  PauseCircleIcon,
  StopCircleIcon,
  TargetCircleIcon,
} from './icons';

const ICONS = {
  ready: CircleIcon,
  working: TargetCircleIcon,
  'needs-user': AlertCircleIcon,
  paused: PauseCircleIcon,
  stopped: StopCircleIcon,
  done: CheckCircleIcon,
  failed: CrossCircleIcon,
} as const;

export function StatusIcon(props: { status: RunStatus | 'ready' }) {
  const Shape = ICONS[props.status];
  return <Shape class="status-icon" />;
}
