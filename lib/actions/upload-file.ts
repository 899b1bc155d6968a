import { z } from '../trajectories/zod-config';
import { refSchema } from './arguments';
import { defineAction } from './define-action';

const LONGEST_NAME = 260;

export const uploadFile = defineAction({
  name: 'upload_file',
  runsIn: 'page',
  takesFiles: true,
  risk: 'sends',
  description: 'Gives files of the task, by name, to a file field, the button that opens it, or a drop area.',
  schema: z.strictObject({
    ref: refSchema,
    files: z.array(z.string().min(1).max(LONGEST_NAME)).min(1).max(20),
  }),
  describe: ({ ref, files }, target = ref) => ({
    key: 'action.upload_file',
    params: { files: files.join(', '), target },
  }),
});
