import { describe, expect, test } from 'vitest';
import { describeCall, done, runRules, type Response } from './support';
import type { ActionCall } from '../../../lib/trajectories/action';

/** The first proposal for an instruction on a small page, given as the lines under its header. */
const CASES: Record<string, { page: string; cases: [instruction: string, calls: string[]][] }> = {
  'one field without a name': {
    page: `e1 textbox
e2 button "Submit"`,
    cases: [
      ['Enter "Ada" into the text field and press Submit.', ['type_text e1 "Ada"']],
      ['Enter "Ada" into the textbox', ['type_text e1 "Ada"']],
      ['Type "ADA Byron" in all lower case letters in the text input', ['type_text e1 "ada byron"']],
      ['Type "ada" in capital letters into the text field', ['type_text e1 "ADA"']],
      ['Use the textbox to enter "Ada"', ['type_text e1 "Ada"']],
      ['focus into the textbox', ['click e1']],
      ['click the button', ['click e2']],
      ['press submit when done', ['click e2']],
    ],
  },
  'several of a kind': {
    page: `e1 radio, e2 radio
e3 textbox
e4 textbox
e5 checkbox, e6 checkbox, e7 checkbox
e8 textbox multiline
e9 button "Submit"`,
    cases: [
      ['Check the 2nd radio button', ['set_checked e2 checked']],
      ['enter the number "3" into the 2nd textbox', ['type_text e4 "3"']],
      ['click the 3rd checkbox', ['click e7']],
      ['Enter the code "fU" into both text fields', ['type_text e3 "fU"', 'type_text e4 "fU"']],
      ['focus on the 2nd input field', ['click e4']],
      ['click on a "textarea" widget', ['click e8']],
    ],
  },
  'fields whose labels stand beside them': {
    page: `text "Username"
e1 textbox
text "Nickname"
e2 textbox
e3 button "Login"`,
    cases: [
      [
        'Enter the username "vina" and the nickname "US" into the text fields',
        ['type_text e1 "vina"', 'type_text e2 "US"'],
      ],
      ['enter the nickname "Bo"', ['type_text e2 "Bo"']],
    ],
  },
  'dates and times': {
    page: `e1 textbox "Day" type=date
e2 textbox "Hour" type=time
e3 textbox "Departure" readonly`,
    cases: [
      ['Enter 05/20/2010 as the day', ['type_text e1 "2010-05-20"']],
      ['set the day to 31.12.2026', ['type_text e1 "2026-12-31"']],
      ['Enter 9:37 PM as the hour', ['type_text e2 "21:37"']],
      ['set the hour to 12:05 am', ['type_text e2 "00:05"']],
      ['Select 03/05/2016 as the departure', ['set_date e3 date="2016-03-05"']],
    ],
  },
  'boxes and a list of many': {
    page: `e1 checkbox "Red", e2 checkbox "Blue" checked, e3 checkbox "Salt, pepper"
e4 listbox multiple: e5 option "Ada", e6 option "Bob", e7 option "Cy"
e8 button "Submit"`,
    cases: [
      ['Select Red, Blue', ['set_checked e1 checked']],
      ['select Red and "Salt, pepper"', ['set_checked e1 checked', 'set_checked e3 checked']],
      ['Select nothing and click Submit.', ['click e8']],
      ['Select Cy, Ada from the list', ['select_option e4 options=["Cy","Ada"]']],
    ],
  },
  'sliders with and without a role': {
    page: `e1 slider "Volume" = "3" min=0 max=10
e2 clickable hint="slider handle", text "-4"`,
    cases: [
      ['set the volume to 7', ['set_value e1 value="7"']],
      [
        'Set the sliders to the combination [2, 5]',
        ['set_value e1 value="2"', `press_keys e2 keys="${'ArrowRight '.repeat(9).trim()}"`],
      ],
    ],
  },
  'a slider that is none but by its look': {
    page: `e1 clickable hint="slider handle", text "-97"
e2 button "Submit"`,
    cases: [
      ['Select -99 with the slider and hit Submit.', ['press_keys e1 keys="ArrowLeft ArrowLeft"']],
      ['Select -97 with the slider and hit Submit.', ['click e2']],
    ],
  },
  'a field that holds a colour': {
    page: `text "Color:"
e1 textbox = "AB2567"
e2 button "Submit"`,
    cases: [
      ['Select blue with the color picker and hit Submit.', ['type_text e1 "0000ff"']],
      ['Select the following color #0198E3 with the color picker', ['type_text e1 "0198e3"']],
    ],
  },
  'a long text and a dropdown without roles': {
    page: `e1 textbox = "Donec ridiculus" multiline
e2 clickable hint="label", e3 button "Yes"`,
    cases: [
      ['Scroll the textarea to the bottom of the text hit submit.', ['scroll e1 to="bottom"']],
      ['scroll the text area to the top', ['scroll e1 to="top"']],
      ['Choose 5ft 9in from the dropdown, then click Yes', ['choose e2 "5ft 9in"']],
    ],
  },
  'two boxes of which any will do': {
    page: `e1 checkbox "A", e2 checkbox "B"`,
    cases: [
      ['click on a "checkbox" widget', ['click e1']],
      ['click the checkbox', ['ask_user …']],
    ],
  },
  'a table of labels and a form': {
    page: `table: row "Gender | Male", "Last name | Holloway", "Colour | gray"
item "Last name:": e1 textbox
item "Gender:": e2 textbox
e3 textbox "Note"`,
    cases: [
      ['Enter the value of Colour into the note', ['type_text e3 "gray"']],
      [
        'Enter the value that corresponds with each label into the form',
        ['type_text e1 "Holloway"', 'type_text e2 "Male"'],
      ],
    ],
  },
  'words of the page': {
    page: `text "Dis urna proin, placerat neque."
e1 textbox
e2 button "Submit"`,
    cases: [
      ['Find the 3rd word in the paragraph, type that into the textbox', ['type_text e1 "proin"']],
      ['find the last word in the paragraph and enter it into the text field', ['type_text e1 "neque"']],
      ['read the price', ['give up: …']],
    ],
  },
  'text to copy': {
    page: `e1 textbox = "one two" multiline
e2 textbox = "three four" multiline
e3 textbox
e4 button "Submit"`,
    cases: [
      [
        'Copy the text from the 2nd text area below and paste it into the text input',
        ['type_text e3 "three four"'],
      ],
    ],
  },
  'a calculation': {
    page: `text "12 - 5 =", "x ="
e1 textbox`,
    cases: [['Solve the math problem and type your answer into the textbox.', ['type_text e1 "7"']]],
  },
  'a product': {
    page: `text "7 x 6 ="
e1 textbox`,
    cases: [['Solve the math problem and type your answer into the textbox.', ['type_text e1 "42"']]],
  },
  'an equation': {
    page: `text "3 + x = 11", "x ="
e1 textbox`,
    cases: [['Solve for x and type your answer into the textbox.', ['type_text e1 "8"']]],
  },
  'letters of a code': {
    page: `text "a", "I", "G"
e1 textbox`,
    cases: [['Type the text below into the text field', ['type_text e1 "aIG"']]],
  },
  'names that differ in a letter': {
    page: `e1 link "eget", e2 link "Eget", e3 link "eget."`,
    cases: [
      ['click on the link "Eget"', ['click e2']],
      ['click on the link "eget."', ['click e3']],
    ],
  },
  'a dialog': {
    page: `e9 button "Cancel"
dialog: e1 button "Close", text "Really?", e2 button "Cancel", e3 button "OK"`,
    cases: [
      ['Click the button in the dialog box labeled "Cancel".', ['click e2']],
      ['Click the button in the dialog box labeled "OK".', ['click e3']],
      ['Click the button in the dialog box labeled "x".', ['click e1']],
    ],
  },
  'messages in rows with icons': {
    page: `heading 2 "Primary", e1 clickable hint="open search"
e2 clickable "Audrey | Dinner": e3 clickable hint="trash", e4 clickable hint="star"
e5 clickable "Cora | Lunch": e6 clickable hint="trash", e7 clickable hint="star"
e8 clickable "Bob | Tea": e9 clickable hint="trash", e10 clickable hint="star"`,
    cases: [
      ['Find the email by Cora and click the trash icon to delete it.', ['click e6']],
      ['Find the email by Bob and click the star icon to mark it as important.', ['click e10']],
      ["Please delete Audrey's emails.", ['click e3']],
      ["Cora's email should be deleted from the inbox.", ['click e6']],
      ['Mark the email from Bob as important', ['click e10']],
      ['Find the email by Cora and reply to them with the text "Yes."', ['click e5']],
      ['Give Bob the message you received from Cora,', ['click e5']],
      ['Bob wants the email Audrey sent to you.', ['click e2']],
      ['The mail by Cora should be forwarded to Bob.', ['click e5']],
      ['Forward to Bob the email from Audrey', ['click e2']],
      ["Send Audrey's email to Bob", ['click e2']],
      ['Audrey wants his or her message to be sent to Bob.', ['click e2']],
    ],
  },
  'posts with the same buttons': {
    page: `item "Ada @ada | Hello": e1 button "Like", e2 button "Share"
item "Bob @bob | Hi": e3 button "Like", e4 button "Share"
item "Ada @ada | Again": e5 button "Like", e6 button "Share"
item "Ada @ada | Bye": e7 button "Like", e8 button "Share"`,
    cases: [
      ['For the user @bob, click on the "Share" button.', ['click e4']],
      ['Click the "Like" button on all posts by @ada', ['click e1', 'click e5', 'click e7']],
      ['Click the "Like" button on 2 posts by @ada', ['click e1', 'click e5']],
    ],
  },
  'things to compare': {
    page: `item "Duration: | 14h 18m": e1 button "Book for $390"
item "Duration: | 5h 6m": e2 button "Book for $1927"
item "Duration: | 14h 56m": e3 button "Book for $120"`,
    cases: [
      ['Buy the ticket with the cheapest cost.', ['click e3']],
      ['Buy the ticket with the most expensive cost.', ['click e2']],
      ['Buy the ticket with the shortest duration.', ['click e2']],
      ['Buy the ticket with the longest duration.', ['click e3']],
    ],
  },
  'a search with a field for each criterion': {
    page: `item "Released Date": e1 textbox
item "Director Name": e2 textbox
item "Movie Genre": e3 textbox
e4 button "Go!"`,
    cases: [['Search for crime movies directed by Curry from year 1995.', ['type_text e2 "Curry"']]],
  },
};

describe.each(Object.entries(CASES))('on a page with %s', (_name, { page, cases }) => {
  test.each(cases)('%s', async (instruction, expected) => {
    const { proposals } = await runRules(instruction, headed(page), () => ({}), { mostProposals: 1 });
    const calls = proposals[0]?.actions.map(describeCall) ?? [];
    expect(calls.slice(0, expected.length).map((call, index) => cut(call, expected[index] ?? ''))).toEqual(
      expected,
    );
  });
});

function headed(lines: string): string {
  return `page "Small page"  https://small.example/  scrolled 0 of 800\n${lines}`;
}

/** An expectation that ends in `…` says nothing of the rest. */
function cut(call: string, expected: string): string {
  return expected.endsWith('…') ? `${call.slice(0, expected.length - 1)}…` : call;
}

/** Drives a page that is a table of calls and what they lead to. */
async function play(task: string, pages: Record<string, string>, start: string): Promise<string[]> {
  const respond = (call: ActionCall): Response => {
    const next = pages[describeCall(call)];
    return next === undefined ? {} : { page: headed(next), leaves: true };
  };
  const { calls } = await runRules(task, headed(start), respond);
  return calls.map(describeCall).filter((call) => !call.startsWith('finish'));
}

describe('looking behind what is closed', () => {
  const TABS = (open: number, words: string) =>
    `tablist\n${[1, 2, 3].map((n) => `  e${n} tab "Tab ${n}"${n === open ? ' selected expanded' : ' collapsed'}`).join('\n')}\ntabpanel: ${words}`;

  test('tab after tab, until the link is there', async () => {
    const calls = await play(
      'Switch between the tabs to find and click on the link "nisi".',
      { 'click e2': TABS(2, 'e5 link "urna"'), 'click e3': TABS(3, 'e6 link "nisi"') },
      TABS(1, 'e4 link "nisl"'),
    );
    expect(calls).toEqual(['click e2', 'click e3', 'click e6']);
  });

  test('folder after folder', async () => {
    const tree =
      'list\n  e1 listitem "Ada": e2 clickable hint="hitarea"\n  e3 listitem "Bob": e4 clickable hint="hitarea"';
    const calls = await play(
      'Navigate through the file tree. Find and click on the folder or file named "Cy".',
      { 'click e4': `${tree}\n    list: e5 listitem "Cy"` },
      tree,
    );
    expect(calls).toEqual(['click e2', 'click e4', 'click e5']);
  });

  test('the section that is closed is expanded, the button is not', async () => {
    const calls = await play(
      'Expand the section below and click submit.',
      { 'click e1': 'e1 button "Section 9" expanded, e2 button "Submit" collapsed' },
      'e1 button "Section 9" collapsed, e2 button "Submit" collapsed',
    );
    expect(calls).toEqual(['click e1', 'click e2']);
  });

  test('a path through a menu rests on each and clicks the last', async () => {
    const calls = await play(
      'Select Edit > Font > Bold',
      {
        'hover e1': 'e1 menuitem "Edit" expanded, e2 menuitem "Font" popup=menu',
        'hover e2': 'e1 menuitem "Edit" expanded, e2 menuitem "Font" expanded, e3 menuitem "Bold"',
      },
      'e1 menuitem "Edit" popup=menu',
    );
    expect(calls).toEqual(['hover e1', 'hover e2', 'click e3']);
  });

  test('pages are turned to a name, then its part is clicked', async () => {
    const card = (name: string, ref: number) =>
      `heading 2 "${name}"\nitem "Phone:": e${ref} link "383-602"\nitem "Address:": e${ref + 1} link "266 Navarro Loop"\ne1 link "1", e2 ">"`;
    const calls = await play(
      'Find Sayre in the contact book and click on their address.',
      { 'click e2': card('Sayre', 20) },
      card('Marice', 10),
    );
    expect(calls).toEqual(['click e2', 'click e21']);
  });

  test('the seventh result of three to a page is on the third page', async () => {
    const results = (from: number) =>
      `list\n${[0, 1, 2].map((n) => `  listitem "Words of ${from + n}": e${from + n} link "Result ${from + n}"`).join('\n')}\nnavigation: e91 link "1", e92 "2", e93 "3"`;
    const calls = await play('click the 7th search result', { 'click e93': results(7) }, results(1));
    expect(calls).toEqual(['click e93', 'click e7']);
  });
});

describe('pressing and typing until something is there', () => {
  test('a number that passes the test', async () => {
    const shown = ['7', '5', '3'];
    let presses = 0;
    const page = (number: string) => headed(`text "${number}"\ne1 button "Generate", e2 button "Submit"`);
    const respond = (call: ActionCall): Response =>
      call.args['ref'] === 'e1' ? { page: page(shown[presses++] ?? ''), leaves: true } : {};
    const { calls } = await runRules('Generate a number less than 4, then press submit.', page('-'), respond);
    expect(calls.map(describeCall).slice(0, 4)).toEqual(['click e1', 'click e1', 'click e1', 'click e2']);
  });

  test('the suggestion that ends as it was said', async () => {
    const calls = await play(
      'Enter an item that starts with "An" and ends with "ca".',
      {
        'type_text e1 "An"':
          'e1 textbox "Tags" = "An"\nlist: e3 listitem "Andorra", e4 listitem "Antarctica"',
      },
      'e1 textbox "Tags"\ne2 button "Submit"',
    );
    expect(calls).toEqual(['type_text e1 "An"', 'click e4']);
  });

  test('forwarding opens the message, names the recipient and sends', async () => {
    const message =
      'e11 clickable hint="close email", text "Lunch", "Cora"\ne14 clickable "Reply | Forward": e15 clickable hint="Reply", e16 clickable hint="Forward"';
    const calls = await play(
      'Find the email by Cora and forward that email to Bob.',
      {
        'click e5': message,
        'click e16':
          'e17 clickable hint="close forward", e18 clickable hint="send forward", text "to:", e19 textbox, text "subject:", e20 textbox multiline',
      },
      'e2 clickable "Audrey | Dinner"\ne5 clickable "Cora | Lunch"',
    );
    expect(calls).toEqual(['click e5', 'click e16', 'type_text e19 "Bob"', 'click e18']);
  });

  test('a quoted reply is typed without what it is called', async () => {
    const calls = await play(
      'Find the email by Cora and reply to them with the text "Yes.".',
      {
        'click e5': 'text "Lunch", "Cora"\ne15 clickable hint="Reply"',
        'click e15':
          'e18 clickable hint="send reply", text "to: Cora", "subject: Re: Lunch"\ne19 textbox multiline',
      },
      'e2 clickable "Audrey | Dinner"\ne5 clickable "Cora | Lunch"',
    );
    expect(calls).toEqual(['click e5', 'click e15', 'type_text e19 "Yes."', 'click e18']);
  });

  test('a long text is read in full before its last word is taken', async () => {
    const page = 'e1 textbox = "Cursus justo. Facil…" multiline (355 characters)\ne2 textbox';
    const respond = (call: ActionCall): Response =>
      call.name === 'read_page' ? { result: done('read', 'Cursus justo. Facilisis at tempus.') } : {};
    const { calls } = await runRules(
      'Find the last word in the text area, enter it into the text field',
      headed(page),
      respond,
    );
    expect(calls.map(describeCall).slice(0, 2)).toEqual(['read_page e1', 'type_text e2 "tempus"']);
  });
});
