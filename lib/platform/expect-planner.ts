import { BUILTIN_FAILURE_MESSAGES, UNREADY_CODES } from '../planners/builtin-model/builtin-model-port';
import type { PlannerRef } from '../trajectories/task';
import { readBuiltinModelState } from './builtin-model/builtin-model-state';
import { CommandRefused } from './receive-commands';
import type { Settings } from './settings';

/**
 * Who plans a task that begins now. What is missing is said at once, while the task still stands in its box.
 * @throws CommandRefused
 */
export async function expectPlanner(settings: Settings): Promise<PlannerRef> {
  if (settings.planner === 'builtin-model') await expectBuiltinModel();
  if (settings.planner !== 'chat-model') return { kind: settings.planner };
  if (settings.baseUrl === '')
    throw new CommandRefused('no-endpoint-configured', 'No model endpoint is set.');
  if (settings.model === '') throw new CommandRefused('no-model-configured', 'No model is set.');
  return { kind: 'chat-model', model: settings.model, baseUrl: settings.baseUrl };
}

async function expectBuiltinModel(): Promise<void> {
  const code = UNREADY_CODES[await readBuiltinModelState()];
  if (code !== undefined) throw new CommandRefused(code, BUILTIN_FAILURE_MESSAGES[code]);
}
