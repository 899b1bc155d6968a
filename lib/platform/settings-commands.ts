import { testConnection } from '../planners/chat-model/test-connection';
import { CommandRefused, type CommandHandlers } from './receive-commands';
import { wait } from './wait';

/** Commands of the settings page. The background asks the endpoint, so that keys stay out of pages. */
export function createSettingsCommands(): Pick<CommandHandlers, 'test-connection'> {
  return {
    'test-connection': async ({ baseUrl, apiKey, model }) => {
      const tested = await testConnection({
        baseUrl,
        apiKey,
        model,
        fetch: (input, init) => fetch(input, init),
        wait,
      });
      if (!tested.ok)
        throw new CommandRefused(tested.failure.code, tested.failure.message, tested.failure.params);
      return tested;
    },
  };
}
