import { parseScript, type TaskScript } from './parse-step.ts';

/** What a person would have asked for, and the steps in which they would have done it themselves. */
export interface TokenTask extends TaskScript {
  name: string;
  site: 'practice' | 'tiddlywiki' | 'actual';
  /** Where the tab stands before it. */
  path: string;
  task: string;
  /** What the page shows once it is done: the evidence that both agents end with. */
  shows: string;
}

function task(head: Omit<TokenTask, 'phases' | 'steps'>, script: string): TokenTask {
  return { ...head, ...parseScript(script) };
}

export const TASKS: readonly TokenTask[] = [
  task(
    {
      name: 'shop: the cheapest kettle',
      site: 'practice',
      path: '/shop',
      task: 'Put three of the cheapest kettle that is in stock into the cart and begin the checkout for Ada Lovelace.',
      shows: 'Contact and address',
    },
    `
    # Find the cheapest kettle in stock
    type "kettle" into searchbox "Search the shop"
    click button "Search"
    check checkbox "In stock only"
    choose "Price: low to high" in combobox "Sort by"
    click link "Drift Travel Kettle"
    # Put three into the cart
    type "3" into spinbutton "Quantity"
    click button "Add to cart"
    click link "View cart"
    # Begin the checkout
    click link "Go to checkout"
    type "Ada Lovelace" into textbox "Full name"
    `,
  ),
  task(
    {
      name: 'shop: checkout',
      site: 'practice',
      path: '/shop/product/edda-gooseneck-kettle',
      task: 'Order this kettle for Ada Lovelace, ada@example.org, 12 St James Square, SW1Y London, United Kingdom; stop at the payment.',
      shows: 'Place order',
    },
    `
    # Go to the checkout
    click button "Add to cart"
    click link "View cart"
    click link "Go to checkout"
    # Fill in the address
    type "Ada Lovelace" into textbox "Full name"
    type "ada@example.org" into textbox "Email"
    type "12 St James Square" into textbox "Street and number"
    type "SW1Y" into textbox "Postcode"
    type "London" into textbox "City"
    choose "United Kingdom" in combobox "Country"
    click button "Continue to payment"
    `,
  ),
  task(
    {
      name: 'shop: looking around',
      site: 'practice',
      path: '/shop',
      task: 'Look at three kettles and at the mugs, then put the enamel mug into the cart.',
      shows: 'Contact and address',
    },
    `
    # Look at kettles
    click link "Kettles"
    click link "Edda Gooseneck Kettle"
    click link "Borealis Electric Kettle 1.7 l"
    click link "Fjell Glass Kettle"
    # Look at mugs
    click link "Shop"
    click link "Mugs"
    click link "Drift Enamel Mug"
    # Put the enamel mug into the cart
    click button "Add to cart"
    click link "View cart"
    click link "Go to checkout"
    `,
  ),
  task(
    {
      name: 'settings',
      site: 'practice',
      path: '/settings',
      task: 'Set my profile: name Ada, about me "I like tea.", German, newsletter, dark theme, three people, two-step login, nickname Countess, receipts after every order.',
      shows: 'Countess',
    },
    `
    # Fill in the profile
    type "Ada" into textbox "Display name"
    type "I like tea." into textbox "About me"
    choose "German" in combobox "Language"
    check checkbox "Newsletter"
    check radio "Dark"
    type "3" into spinbutton "People in the household"
    # Set the rest
    check switch "Two-step login"
    type "Countess" into textbox "Nickname"
    check radio "After every order"
    # Save
    click button "Save settings"
    `,
  ),
  task(
    {
      name: 'mail',
      site: 'practice',
      path: '/inbox',
      task: 'Tell Marta that I come to dinner, star her message, and write to grace@example.org about it.',
      shows: 'grace@example.org',
    },
    `
    # Answer Marta
    click link "Marta Lind…"
    type "Yes, gladly." into textbox "Your reply"
    click button "Send reply"
    click button "Star: Dinner on Friday?"
    # Write to Grace
    click link "Compose"
    type "grace@example.org" into textbox "To"
    type "Dinner" into textbox "Subject"
    type "Marta asks us to dinner on Friday at seven." into textbox "Message"
    click button "Send message"
    click link "Sent"
    `,
  ),
  task(
    {
      name: 'archive',
      site: 'practice',
      path: '/archive',
      task: 'Look through the first pages of the archive, load all of the list with a button, and look at the other lists.',
      shows: 'Drawn where one looks',
    },
    `
    # Look through the pages
    click link "Next"
    click link "Next"
    click link "4"
    # Load more
    click link "A button for more"
    click button "Load more"
    click button "Load more"
    # Look at the other lists
    click link "Without end"
    scroll down
    click link "Page by page"
    click link "Drawn where one looks"
    `,
  ),
  task(
    {
      name: 'TiddlyWiki: a note',
      site: 'tiddlywiki',
      path: '',
      task: 'Write a note "Shopping list" that says "Milk and tea", of the type text/plain, with the field shop: Corner.',
      shows: 'Shopping list',
    },
    `
    # Write the note
    click button "new tiddler"
    type "Shopping list" into textbox holding "New Tiddler"
    type "Milk and tea" into textbox in the frame
    type "text/plain" into textbox "content type"
    # Add the field
    type "shop" into textbox "field name"
    type "Corner" into textbox "field value"
    click button "add"
    # Save and check
    click button "Confirm changes to this tiddler"
    click tab "Recent"
    click tab "More"
    `,
  ),
  task(
    {
      name: 'TiddlyWiki: settings',
      site: 'tiddlywiki',
      path: '',
      task: 'Call this wiki "Kitchen" and look at what its control panel offers.',
      shows: 'Kitchen',
    },
    `
    # Rename the wiki
    click button "control panel"
    type "Kitchen" into textbox holding "My TiddlyWiki"
    # Look at the control panel
    click tab "Appearance"
    click tab "Theme"
    click tab "Settings"
    click tab "Saving"
    click tab "Plugins"
    # Look at the sidebar
    click tab "Recent"
    click tab "Tools"
    click tab "More"
    `,
  ),
  task(
    {
      name: 'Actual: looking around',
      site: 'actual',
      path: '/',
      task: 'Find out what was spent at Kroger, which schedules there are for the internet, and come back to the budget.',
      shows: 'Usual Expenses',
    },
    `
    # Look at the accounts
    click link "Bank of America…"
    type "Kroger" into textbox "Search"
    click link "Ally Savings…"
    click link "HSBC…"
    # Look at schedules and reports
    click link "Schedules"
    type "Internet" into textbox "Filter schedules…"
    click link "Reports"
    click button "More"
    click link "Payees"
    # Come back
    click link "Budget"
    `,
  ),
  task(
    {
      name: 'Actual: a new account',
      site: 'actual',
      path: '/',
      task: 'Make an account called Holiday with 250.',
      shows: 'Holiday',
    },
    `
    # Make the account
    click button "Add account"
    type "Holiday" into textbox "Name:"
    type "250" into textbox "Balance:"
    click button "Create"
    # Look at it
    click button "Add New"
    click button "Cancel"
    click link "All accounts…"
    type "Starting" into textbox "Search"
    click link "Holiday…"
    click link "Budget"
    `,
  ),
];
