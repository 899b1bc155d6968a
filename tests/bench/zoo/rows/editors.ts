import { anyLine, click, line, pressKeys, step, typeText, type ZooRow } from '../row.ts';

/** Editors keep a model of their own: text that only reaches the DOM is gone or doubled at the next key. */
export const EDITOR_ROWS: ZooRow[] = [
  {
    id: 'prosemirror',
    library: 'ProseMirror',
    wants: 'Write "Dear Ada," and "See you on Friday." in place of the draft',
    steps: [typeText(line('editable', 'Letter'), 'Dear Ada,\nSee you on Friday.')],
    state: { paragraphs: ['Dear Ada,', 'See you on Friday.'] },
  },
  {
    id: 'prosemirror/append',
    library: 'ProseMirror',
    wants: 'Add "Best wishes." to the end of the letter',
    steps: [step('type_text', { ref: line('editable', 'Letter'), text: ' Best wishes.', append: true })],
    state: { paragraphs: ['Old draft.', 'Second line of it. Best wishes.'] },
  },
  {
    id: 'tiptap',
    library: 'Tiptap',
    wants: 'Comment "Looks good" and, below it, "Ship it"',
    steps: [typeText(line('textbox', 'Comment'), 'Looks good\nShip it')],
    state: { html: '<p>Looks good</p><p>Ship it</p>' },
  },
  {
    id: 'tiptap/bold',
    library: 'Tiptap',
    wants: 'Make the whole comment bold',
    steps: [pressKeys('Control+A', line('textbox', 'Comment')), click(line('button', 'Bold'))],
    state: { html: '<p><strong>First try</strong></p>' },
  },
  {
    id: 'slate',
    library: 'Slate',
    wants: 'Replace the note by "Buy milk" and "Call Bob"',
    steps: [typeText(line('textbox', 'Note'), 'Buy milk\nCall Bob')],
    state: { lines: ['Buy milk', 'Call Bob'] },
  },
  {
    id: 'lexical',
    library: 'Lexical',
    wants: 'Post "We moved." and "Come and visit!"',
    steps: [typeText(line('textbox', 'Update'), 'We moved.\nCome and visit!')],
    state: { paragraphs: ['We moved.', 'Come and visit!'] },
  },
  {
    id: 'quill',
    library: 'Quill',
    wants: 'Review: "Loved it.", then "Read it twice."',
    steps: [typeText(line('editable', ''), 'Loved it.\nRead it twice.')],
    state: { lines: ['Loved it.', 'Read it twice.'] },
  },
  {
    id: 'ckeditor',
    library: 'CKEditor 5',
    wants: 'Replace the article by "A new start." and "It goes on."',
    steps: [
      typeText(
        line('textbox', 'Rich Text Editor. Editing area: main. Press Alt+0 for help.'),
        'A new start.\nIt goes on.',
      ),
    ],
    state: { lines: ['A new start.', 'It goes on.'] },
  },
  {
    id: 'tinymce',
    library: 'TinyMCE',
    wants: 'Write "Hello all," and "we are back." as the newsletter',
    steps: [typeText(anyLine('editable'), 'Hello all,\nwe are back.')],
    state: { lines: ['Hello all,', 'we are back.'] },
  },
  {
    id: 'codemirror',
    library: 'CodeMirror 6',
    wants: 'Let the script be: const answer = 42; in a block of its own',
    steps: [typeText(line('textbox', 'Script'), '{\n  const answer = 42;\n}')],
    state: { lines: ['{', '  const answer = 42;', '}'] },
  },
  {
    id: 'monaco',
    library: 'Monaco Editor',
    wants: 'Set port = 8080 and name = new in the settings file',
    steps: [typeText(line('textbox', 'Settings file'), 'port = 8080\nname = new')],
    state: { lines: ['port = 8080', 'name = new'] },
  },
  {
    id: 'ace',
    library: 'Ace',
    wants: 'Replace the query by: select * from birds',
    steps: [typeText(line('textbox', 'Cursor at row 1'), 'select *\nfrom birds;')],
    state: { lines: ['select *', 'from birds;'] },
  },
];
