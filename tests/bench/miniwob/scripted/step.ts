/**
 * One thing to do, said without refs: `point` in CSS pixels of the visible page; `button` and `field` are found in what the
 * planner is shown, by name and by place among the fields.
 */
export type Step = { point: [x: number, y: number] } | { button: string } | { field: number; text: string };

/** Works out the whole episode. Runs in the task's page and may know it: it stands for a perfect model. */
export type Script = (instruction: string) => Step[];
