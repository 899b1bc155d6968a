import { z } from '../trajectories/zod-config';
import { refSchema, urlSchema } from './arguments';
import { defineAction } from './define-action';

export const download = defineAction({
  name: 'download',
  runsIn: 'tabs',
  risk: 'leaves-page',
  description: "Saves the file behind a link or address into the user's downloads.",
  schema: z
    .strictObject({ ref: refSchema.optional(), url: urlSchema.optional() })
    .refine((args) => (args.ref === undefined) !== (args.url === undefined), {
      error: 'give either ref or url',
    }),
  describe: ({ url, ref }, target = ref) =>
    url === undefined
      ? { key: 'action.download', params: { target: target ?? '' } }
      : { key: 'action.download_url', params: { url } },
});
