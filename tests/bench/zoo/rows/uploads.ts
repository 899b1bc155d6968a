import { line, step, type ZooRow } from '../row.ts';

const PHOTO = { name: 'cat.txt', text: 'A drawing of a cat.' };
const RECEIPT = { name: 'receipt.txt', text: 'Paid: 12.50' };

/** The files are attached in the panel by the user; nothing else can be uploaded. */
export const UPLOAD_ROWS: ZooRow[] = [
  {
    id: 'uppy',
    library: 'Uppy',
    wants: 'Send the attached photo',
    attached: [PHOTO],
    steps: [step('upload_file', { ref: line('button', 'browse files'), files: [PHOTO.name] })],
    state: { files: [{ name: 'cat.txt', size: 19 }] },
  },
  {
    id: 'filepond',
    library: 'FilePond',
    wants: 'Add the two attached files',
    attached: [PHOTO, RECEIPT],
    steps: [
      step('upload_file', {
        ref: line('button', 'Drag & Drop your files or Browse'),
        files: [PHOTO.name, RECEIPT.name],
      }),
    ],
    state: {
      files: [
        { name: 'cat.txt', size: 19 },
        { name: 'receipt.txt', size: 11 },
      ],
    },
  },
  {
    id: 'dropzone',
    library: 'Dropzone',
    wants: 'Hand in the attached receipt',
    attached: [PHOTO, RECEIPT],
    steps: [step('upload_file', { ref: line('button', 'Drop files here to upload'), files: [RECEIPT.name] })],
    state: { files: [{ name: 'receipt.txt', size: 11 }] },
  },
  {
    id: 'hidden-file-input',
    library: 'React',
    wants: 'Take the attached picture',
    attached: [PHOTO],
    steps: [step('upload_file', { ref: line('button', 'Choose a picture'), files: [PHOTO.name] })],
    state: { file: { name: 'cat.txt', text: 'A drawing of a cat.' } },
  },
];
