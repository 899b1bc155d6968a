import { listOpen } from '../agent/batch';
import type { RunState } from '../agent/state';
import { canResume, isRunOver } from '../agent/view';
import type { EventBody } from '../trajectories/event';
import { deleteRun } from './delete-run';
import { followUp, type FollowUpDeps } from './follow-up-command';
import { expectFreeTabs, whileTakingTabs } from './free-tabs';
import { CommandRefused, type CommandHandlers } from './receive-commands';
import type { RunSupervisor } from './run-supervisor';

export type RunCommandDeps = FollowUpDeps;

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
    say: createSayCommand(deps, goOn),
    pause: ({ runId }) =>
      expectWritten(
        supervisor.userEvent(
          runId,
          (state) =>
            isRunOver(state) || state.status === 'paused' ? undefined : { type: 'run-paused', why: 'user' },
          'pause',
        ),
      ),
    resume: ({ runId, more }) => goOn(runId, (state) => (canResume(state) ? resumed(more) : undefined)),
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

type GoOn = (runId: string, decide: (state: RunState) => EventBody | undefined) => Promise<null>;

/** Words for a run that ends in the same moment are what it goes on with. */
function createSayCommand(deps: RunCommandDeps, goOn: GoOn): CommandHandlers['say'] {
  return async ({ runId, text }) => {
    if (text.trim() === '') throw new CommandRefused('empty-message', 'The message is empty.');
    const state = await deps.log.stateOf(runId);
    if (state && isRunOver(state)) return followUp(deps, runId, state.activeTab, { text, attachments: [] });
    return goOn(runId, (now) => (isRunOver(now) ? undefined : said(now, text.trim())));
  };
}

function said(state: RunState, text: string): EventBody {
  const about = listOpen(state);
  return { type: 'user-said', text, ...(about.length === 0 ? {} : { about }) };
}

function resumed(more: number | undefined): EventBody {
  return { type: 'run-resumed', ...(more === undefined ? {} : { more }) };
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
