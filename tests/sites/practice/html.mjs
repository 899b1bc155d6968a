// A tagged template that escapes whatever is put into it, so that no page of the practice site can forget to.

class Markup {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in HTML content and in quoted attributes. */
export function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

/** Marks a string as HTML already. */
export function raw(text) {
  return new Markup(text);
}

function render(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  if (value === undefined || value === null || value === false) return '';
  return escapeHtml(value);
}

/** html`<p>${text}</p>`: arrays are joined; undefined, null and false print nothing. */
export function html(parts, ...values) {
  return raw(
    parts.map((part, index) => part + (index < values.length ? render(values[index]) : '')).join(''),
  );
}
