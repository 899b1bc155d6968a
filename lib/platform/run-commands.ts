import { listOpen } from '../agent/batch';
import type { RunState } from '../agent/state';
import { canResume, isRunOver } from '../agent/view';
import type { EventBody } from '../trajectories/event';
import type { ErrandDatabase } from './database';
import { deleteRun } from './delete-run';
import { expectFreeTabs, whileTakingTabs } from './free-tabs';
import { CommandRefused, type CommandHandlers } from './receive-commands';
import type { RunSupervisor } from './run-supervisor';

export interface RunCommandDeps {
  database: ErrandDatabase;
  supervisor: RunSupervisor;
}

type RunCommands = Pick<
  CommandHandlers,
  'answer' | 'reply' | 'hand-over' | 'say' | 'pause' | 'resume' | 'stop' | 'delete-run'
>;

/** Commands about runs: each writes one event and lets the supervisor do the rest. */
export function createRunCommands(deps: RunCommandDeps): RunCommands {
  const { database, supervisor } = deps;
  /** Writes what may set a resting run to work again, if no other run has taken its tabs meanwhile. */
  const goOn = (runId: string, decide: (state: RunState) => EventBody | undefined): Promise<null> =>
    whileTakingTabs(async () => {
      await expectFreeTabs(database, (await database.runs.get(runId))?.tabs ?? [], runId);
      return expectWritten(supervisor.userEvent(runId, decide, 'drive'));
    });
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
    'hand-over': createHandOverCommand(supervisor),
    say: async ({ runId, text }) => {
      if (text.trim() === '') throw new CommandRefused('empty-message', 'The message is empty.');
      return goOn(runId, (state) => {
        const about = listOpen(state);
        return { type: 'user-said', text: text.trim(), ...(about.length === 0 ? {} : { about }) };
      });
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
    resume: ({ runId }) => goOn(runId, (state) => (canResume(state) ? { type: 'run-resumed' } : undefined)),
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
      await deleteRun(database, runId);
    },
  };
}

function createHandOverCommand(supervisor: RunSupervisor): CommandHandlers['hand-over'] {
  return ({ runId, actionId, did }) =>
    expectWritten(
      supervisor.userEvent(
        runId,
        (state) =>
          isAsked(state, actionId) ? { type: 'hand-over-ended', actionId, by: 'panel', did } : undefined,
        'drive',
      ),
    );
}

function isAsked(state: RunState, actionId: string): boolean {
  return state.waiting?.actionId === actionId;
}

async function expectWritten(written: Promise<RunState | undefined>): Promise<null> {
  if (!(await written)) throw new CommandRefused('too-late', 'The run has moved on; nothing was changed.');
  return null;
}
