/** What the panel shows and what it asks for. Data in, callbacks out. */
import type { RunState } from '../../lib/agent/state';
import type { RunEvent } from '../../lib/trajectories/event';
import type { Failure } from '../../lib/trajectories/failure';
import type { Attachment } from '../../lib/trajectories/task';
import type { Answer, Sentence } from '../../lib/trajectories/verdict';

export interface PanelRun {
  state: RunState;
  events: RunEvent[];
}

/** Which planner the next task gets. */
export type PlannerChoice =
  | { kind: 'rules' }
  | { kind: 'builtin-model' }
  /** `ready`: an endpoint and a model are typed in. */
  | { kind: 'chat-model'; model: string; ready: boolean };

/** What the panel needs of a recipe; `lib/recipes` has the whole. */
export interface RecipeOffer {
  id: string;
  name: string;
  params: { name: string; label: string; example: string }[];
}

/** Text and attachments that came from elsewhere (right-click, an example); a new `id` replaces what is in the task box. */
export interface TaskDraft {
  id: number;
  text: string;
  attachments: Attachment[];
  /** A recipe to unfold; the text is the value of its first parameter. */
  recipeId?: string;
}

/** Callbacks that ask for something resolve to whether it worked; trouble comes back as `notice`. */
export interface PanelActions {
  run(text: string, attachments: Attachment[]): Promise<boolean>;
  /** Reads files that the user chose; those that cannot be taken are left out and named in the notice. */
  attach(files: readonly File[]): Promise<Attachment[]>;
  /** What is selected on the page, or how it looks; empty, with a notice, when that cannot be had. Called synchronously in the click. */
  attachSelection(): Promise<Attachment[]>;
  attachPicture(): Promise<Attachment[]>;
  runRecipe(recipeId: string, params: Record<string, string>): Promise<boolean>;
  /** Goes on with a run that has ended. */
  followUp(text: string, attachments: Attachment[]): Promise<boolean>;
  say(text: string): Promise<boolean>;
  pause(): void;
  /** With so much more of the budget that was used up; absent: as much again. */
  resume(more?: number): void;
  stop(): void;
  answer(actionId: string, answer: Answer): void;
  /** Called synchronously in the click, for the browser's permission prompt; false when the user refused there. */
  answerAccess(actionId: string, origin: string, answer: Answer): Promise<boolean>;
  /** Whether the user did what was handed to them. */
  handOver(actionId: string, did: boolean): void;
  reply(actionId: string, text: string): Promise<boolean>;
  saveRecipe(name: string): Promise<boolean>;
  /** Puts a text into the task box: comes back as `draft`. */
  draft(text: string): void;
  newTask(): void;
  openSettings(): void;
  openLibrary(runId?: string): void;
}

export interface PanelProps {
  page: { url: string; title: string };
  run?: PanelRun | undefined;
  /** Words of the planner that are not in the log yet. */
  streaming: string;
  /** What the planner waits for, when that is not the model's answer. */
  waitsFor?: Sentence | undefined;
  planner: PlannerChoice;
  /** A day may use so much money at most. */
  hasDayMoney?: boolean;
  /** Recipes of the page's site. */
  recipes: RecipeOffer[];
  draft?: TaskDraft | undefined;
  notice?: Failure | undefined;
  actions: PanelActions;
}
