import type { RunState } from '../agent/state';
import { canResume, isRunOver } from '../agent/view';
import type { ErrandDatabase } from './database';
import { deleteRun } from './delete-run';
import { CommandRefused, type CommandHandlers } from './receive-commands';
import type { RunSupervisor } from './run-supervisor';

export interface RunCommandDeps {
  database: ErrandDatabase;
  supervisor: RunSupervisor;
}

type RunCommands = Pick<
  CommandHandlers,
  'answer' | 'reply' | 'say' | 'pause' | 'resume' | 'stop' | 'delete-run'
>;

/** Commands about runs: each writes one event and lets the supervisor do the rest. */
export function createRunCommands(deps: RunCommandDeps): RunCommands {
  const { supervisor } = deps;
  return {
    answer: ({ runId, actionId, answer }) =>
      expectWritten(
        supervisor.userEvent(
          runId,
          (state) => (isAsked(state, actionId) ? { type: 'answered', actionId, answer } : undefined),
          'drive',
        ),
      ),
    reply: ({ runId, actionId, text }) =>
      expectWritten(
        supervisor.userEvent(
          runId,
          (state) => (isAsked(state, actionId) ? { type: 'replied', actionId, text } : undefined),
          'drive',
        ),
      ),
    say: ({ runId, text }) => {
      if (text.trim() === '') throw new CommandRefused('empty-message', 'The message is empty.');
      return expectWritten(
        supervisor.userEvent(runId, () => ({ type: 'user-said', text: text.trim() }), 'drive'),
      );
    },
    pause: ({ runId }) =>
      expectWritten(
        supervisor.userEvent(
          runId,
          (state) =>
            isRunOver(state) || state.status === 'paused' ? undefined : { type: 'run-paused', why: 'user' },
          'pause',
        ),
      ),
    resume: ({ runId }) =>
      expectWritten(
        supervisor.userEvent(
          runId,
          (state) => (canResume(state) ? { type: 'run-resumed' } : undefined),
          'drive',
        ),
      ),
    stop: ({ runId }) =>
      expectWritten(
        supervisor.userEvent(
          runId,
          (state) => (isRunOver(state) ? undefined : { type: 'run-stopped' }),
          'stop',
        ),
      ),
    'delete-run': async ({ runId }) => {
      await supervisor.userEvent(
        runId,
        (state) => (isRunOver(state) ? undefined : { type: 'run-stopped' }),
        'stop',
      );
      await deleteRun(deps.database, runId);
    },
  };
}

function isAsked(state: RunState, actionId: string): boolean {
  return state.waiting?.actionId === actionId;
}

async function expectWritten(written: Promise<RunState | undefined>): Promise<null> {
  if (!(await written)) throw new CommandRefused('too-late', 'The run has moved on; nothing was changed.');
  return null;
}
