for (const button of document.querySelectorAll('.star')) {
  button.addEventListener('click', async () => {
    const response = await fetch(`/api/messages/${button.dataset.message}/star`, { method: 'POST' });
    const { starred } = await response.json();
    button.setAttribute('aria-pressed', String(starred));
    button.textContent = starred ? '★' : '☆';
  });
}
