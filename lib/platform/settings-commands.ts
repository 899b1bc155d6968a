import { checkEndpoint } from '../planners/chat-model/check-endpoint';
import { listModels } from '../planners/chat-model/list-models';
import { createFailureMaker } from '../planners/chat-model/planner-failures';
import { CommandRefused, type CommandHandlers } from './receive-commands';

/** Commands of the settings page. The background asks the endpoint, as it does in a run. */
export function createSettingsCommands(): Pick<CommandHandlers, 'list-models'> {
  return {
    'list-models': async ({ baseUrl, apiKey }) => {
      const makeFailure = createFailureMaker({ baseUrl, apiKey, model: '' });
      const fault = checkEndpoint({ baseUrl, apiKey, model: 'any' });
      const listed = fault
        ? { ok: false as const, failure: makeFailure(fault) }
        : await listModels(
            { baseUrl, apiKey, fetch: (input, init) => fetch(input, init) },
            Date.now(),
            makeFailure,
          );
      if (!listed.ok)
        throw new CommandRefused(listed.failure.code, listed.failure.message, listed.failure.params);
      return listed.models;
    },
  };
}
