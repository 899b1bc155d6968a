// A small mail program: list, open, reply, archive, star, compose.
import { html, raw } from '../html.mjs';
import { json, notFound, notice, page, redirect } from '../layout.mjs';

const FOLDERS = { inbox: 'Inbox', starred: 'Starred', archive: 'Archive', sent: 'Sent' };
const SNIPPET_LENGTH = 80;
const DONE = {
  archived: 'Message archived.',
  sent: 'Message sent.',
  replied: 'Reply sent.',
  moved: 'Moved to inbox.',
};

function inFolder(message, folder) {
  return folder === 'starred' ? message.starred : message.folder === folder;
}

function folderNav(state, current) {
  return html`<nav class="folders" aria-label="Folders">
    <a class="button primary" href="/inbox/compose">Compose</a>
    <ul>
      ${Object.entries(FOLDERS).map(
        ([id, name]) =>
          html`<li>
            <a href="/inbox?folder=${id}" ${id === current ? raw('aria-current="page"') : ''}>${name}</a>
            <span class="count">${state.messages.filter((message) => inFolder(message, id)).length}</span>
          </li>`,
      )}
    </ul>
  </nav>`;
}

function starButton({ id, starred, subject }) {
  return html`<button
    type="button"
    class="star"
    data-message="${id}"
    aria-pressed="${starred ? 'true' : 'false'}"
    aria-label="Star: ${subject}"
  >
    ${starred ? '★' : '☆'}
  </button>`;
}

function archiveForm({ id, subject, folder }) {
  const label = folder === 'archive' ? 'Move to inbox' : 'Archive';
  return html`<form
    class="inline"
    action="/inbox/${id}/${folder === 'archive' ? 'restore' : 'archive'}"
    method="post"
  >
    <button type="submit" class="quiet" aria-label="${label}: ${subject}">${label}</button>
  </form>`;
}

function row(message) {
  const who = message.folder === 'sent' ? `To: ${message.to}` : message.from;
  return html`<li class="mail ${message.read ? '' : 'unread'}">
    ${starButton(message)}
    <a href="/inbox/${message.id}">
      <span class="from">${who}</span>
      <span class="subject"
        >${message.subject}${message.read ? '' : html`<span class="tag">unread</span>`}</span
      >
      <span class="snippet">${message.body.replace(/\s+/g, ' ').slice(0, SNIPPET_LENGTH)}</span>
    </a>
    <span class="date">${message.date}</span>
    ${message.folder === 'sent' ? '' : archiveForm(message)}
  </li>`;
}

function mailPage(context, folder, title, body) {
  const content = html`<div class="with-side">
    ${folderNav(context.state, folder)}
    <div>${body}</div>
  </div>`;
  return page(context, { title, body: content, scripts: ['inbox.js'] });
}

export function showInbox(context) {
  const { state, query } = context;
  const folder = query.get('folder') in FOLDERS ? query.get('folder') : 'inbox';
  const list = state.messages.filter((message) => inFolder(message, folder));
  const done = DONE[query.get('done')];
  const body = html`<h1>${FOLDERS[folder]}</h1>
    ${done ? notice(done) : ''}
    ${
      list.length > 0
        ? html`<ul class="mails">
            ${list.map(row)}
          </ul>`
        : html`<p>No messages here.</p>`
    }`;
  return mailPage(context, folder, FOLDERS[folder], body);
}

function findMessage({ state, params }) {
  return state.messages.find(({ id }) => id === Number(params[0]));
}

export function showMessage(context) {
  const message = findMessage(context);
  if (!message) return notFound(context);
  message.read = true;
  const body = html`<article class="message">
    <h1>${message.subject}</h1>
    <p class="meta">
      From <strong>${message.from}</strong> &lt;${message.email}&gt; to ${message.to}, ${message.date}
    </p>
    <p class="actions start">${starButton(message)} ${archiveForm(message)}</p>
    ${DONE[context.query.get('done')] ? notice(DONE[context.query.get('done')]) : ''}
    <div class="text">${message.body}</div>
    ${message.replies.map(
      (reply) =>
        html`<section class="panel" aria-label="Your reply">
          <p class="meta">You wrote:</p>
          <div class="text">${reply}</div>
        </section>`,
    )}
    <form class="stack" action="/inbox/${message.id}/reply" method="post" aria-label="Reply">
      <label>Your reply <textarea name="text" rows="5" required></textarea></label>
      <p class="actions start"><button type="submit" class="primary">Send reply</button></p>
    </form>
  </article>`;
  return mailPage(context, message.folder, message.subject, body);
}

export function showCompose(context) {
  const body = html`<h1>New message</h1>
    <form class="stack" action="/inbox/compose" method="post" aria-label="New message">
      <label>To <input type="email" name="to" required /></label>
      <label>Subject <input name="subject" required /></label>
      <label>Message <textarea name="body" rows="8" required></textarea></label>
      <p class="actions start">
        <button type="submit" class="primary">Send message</button><a href="/inbox">Discard</a>
      </p>
    </form>`;
  return mailPage(context, 'compose', 'New message', body);
}

function send(state, { to, subject, body }) {
  state.messages.unshift({
    id: state.nextMessageId++,
    from: 'Robin',
    email: 'robin@pinewood.example',
    to,
    subject,
    date: 'just now',
    body,
    read: true,
    starred: false,
    folder: 'sent',
    replies: [],
  });
}

export function sendMessage({ state, form }) {
  send(state, { to: form.get('to') ?? '', subject: form.get('subject') ?? '', body: form.get('body') ?? '' });
  return redirect('/inbox?done=sent');
}

export function replyToMessage(context) {
  const message = findMessage(context);
  if (!message) return notFound(context);
  const text = context.form.get('text') ?? '';
  message.replies.push(text);
  send(context.state, { to: message.email, subject: `Re: ${message.subject}`, body: text });
  return redirect(`/inbox/${message.id}?done=replied`);
}

export function moveMessage(context) {
  const message = findMessage(context);
  if (!message) return notFound(context);
  const archive = context.params[1] === 'archive';
  message.folder = archive ? 'archive' : 'inbox';
  return redirect(`/inbox?done=${archive ? 'archived' : 'moved'}`);
}

export function starMessage(context) {
  const message = findMessage(context);
  if (!message) return json({ error: 'no such message' }, 404);
  message.starred = !message.starred;
  return json({ starred: message.starred });
}
