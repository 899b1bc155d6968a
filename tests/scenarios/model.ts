import { startEndpoint, type ChatRequestBody, type LoopbackEndpoint } from '../support/loopback-endpoint.ts';
import type { ScriptedReply } from '../support/scripted-reply.ts';
import { NotShown, readTurns, replyOf, turnOf, writeTurns, type Turn } from './transcript.ts';

/** A model that does one scenario. */
export interface ScenarioModel {
  endpoint: LoopbackEndpoint;
  /** What went wrong with its answers; empty when nothing did. */
  problems: string[];
  /** The scenario came to its end as it should: what is to be kept is kept. */
  keep(): Promise<void>;
}

/** How often a page that does not show what it showed is looked at again. */
const PATIENCE = 5;

/** Answers as somebody answered when the scenario was recorded; what is not on the page yet is waited for. */
export async function replayModel(scenario: string): Promise<ScenarioModel> {
  const turns = await readTurns(scenario);
  const problems: string[] = [];
  let place = 0;
  let waited = 0;
  const endpoint = await startEndpoint({
    answer: (body) => {
      const turn = turns[place];
      try {
        if (!turn) throw new Error('the transcript is over');
        const reply = replyOf(body, turn);
        place += 1;
        waited = 0;
        return reply;
      } catch (error) {
        waited += 1;
        if (error instanceof NotShown && waited <= PATIENCE)
          return { say: 'I look again.', calls: [{ name: 'wait_for', args: error.wait }] };
        problems.push(`turn ${place}: ${String(error)}`);
        return { fault: 'raw', status: 400, body: String(error) };
      }
    },
  });
  return { endpoint, problems, keep: () => Promise.resolve() };
}

/** Answers as the model at `baseUrl` answers, and writes the transcript. */
export async function recordModel(scenario: string, baseUrl: string): Promise<ScenarioModel> {
  const turns: Turn[] = [];
  const endpoint = await startEndpoint({
    answer: async (body) => {
      const reply = await ask(baseUrl, scenario, body);
      turns.push(turnOf(body, reply));
      return reply;
    },
  });
  return { endpoint, problems: [], keep: () => writeTurns(scenario, turns) };
}

interface WholeReply {
  choices: {
    message: {
      content?: string | null;
      tool_calls?: { function: { name: string; arguments: string } }[];
    };
  }[];
}

async function ask(baseUrl: string, scenario: string, body: ChatRequestBody): Promise<ScriptedReply> {
  const response = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${process.env['PLAY_KEY'] ?? 'none'}`,
    },
    body: JSON.stringify({
      ...body,
      model: process.env['PLAY_MODEL'] ?? scenario,
      stream: false,
      stream_options: undefined,
    }),
  });
  const message = ((await response.json()) as WholeReply).choices[0]?.message;
  return {
    say: message?.content ?? '',
    calls: (message?.tool_calls ?? []).map((call) => ({
      name: call.function.name,
      args: JSON.parse(call.function.arguments) as Record<string, unknown>,
    })),
  };
}
