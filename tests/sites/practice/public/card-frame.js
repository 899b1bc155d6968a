// The shop asks for the card; this frame checks it and hands back a token, never the number.
const form = document.getElementById('card');
const alertLine = form.querySelector('[role=alert]');

function findFault(fields) {
  if (fields.number.value.replace(/\D/g, '').length !== 16) return [fields.number, form.dataset.badNumber];
  if (!/^\d{2}\s*\/\s*\d{2}$/.test(fields.expiry.value.trim()))
    return [fields.expiry, form.dataset.badExpiry];
  if (!/^\d{3,4}$/.test(fields.code.value.trim())) return [fields.code, form.dataset.badCode];
  return undefined;
}

form.addEventListener('submit', (event) => event.preventDefault());

window.addEventListener('message', (event) => {
  if (event.origin !== form.dataset.parent || event.data?.type !== 'collect-card') return;
  const fields = form.elements;
  for (const input of form.querySelectorAll('input')) input.removeAttribute('aria-invalid');
  const fault = findFault(fields);
  alertLine.hidden = !fault;
  alertLine.textContent = fault ? fault[1] : '';
  if (fault) fault[0].setAttribute('aria-invalid', 'true');
  const last4 = fields.number.value.replace(/\D/g, '').slice(-4);
  const answer = fault
    ? { type: 'card-error', message: fault[1] }
    : { type: 'card-token', token: `practice-token-${last4}` };
  event.source.postMessage(answer, event.origin);
});
