const status = document.getElementById('invoice-status');
const openCount = document.getElementById('open-count');

function showDetails(row) {
  const [number, name, city, state, amount] = [...row.cells].map((cell) => cell.textContent);
  status.textContent = `${number}: ${name}, ${city}, ${amount}, ${state}.`;
}

async function markPaid(button, row) {
  const response = await fetch(`/api/invoices/${button.dataset.invoice}/pay`, { method: 'POST' });
  const invoice = await response.json();
  row.querySelector('.state').textContent = invoice.status;
  button.remove();
  openCount.textContent = String(Number(openCount.textContent) - 1);
  status.textContent = `${invoice.number} of ${invoice.name} is marked as paid.`;
}

document.querySelector('table.invoices').addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  const row = button.closest('tr');
  if (button.dataset.details) showDetails(row);
  else void markPaid(button, row);
});
