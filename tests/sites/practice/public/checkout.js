// Asks the card frame for a token before the order form is sent. On purpose, nothing here keeps anyone from
// pressing the button twice.
const form = document.getElementById('order');
const frame = document.getElementById('card');
const error = document.getElementById('order-error');
const frameOrigin = new URL(frame.src).origin;

function paysByCard() {
  return new FormData(form).get('method') === 'card';
}

form.addEventListener('change', () => {
  frame.hidden = !paysByCard();
});

form.addEventListener('submit', (event) => {
  if (!paysByCard()) return;
  event.preventDefault();
  frame.contentWindow.postMessage({ type: 'collect-card' }, frameOrigin);
});

window.addEventListener('message', (event) => {
  if (event.origin !== frameOrigin) return;
  error.hidden = event.data.type !== 'card-error';
  if (event.data.type === 'card-error') {
    error.textContent = form.dataset.error;
    return;
  }
  form.elements.token.value = event.data.token;
  form.submit();
});
