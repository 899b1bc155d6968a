const ROW_HEIGHT = 40;
const SPARE_ROWS = 2;

const body = document.querySelector('.archive tbody');
const more = document.getElementById('more');
const endless = document.getElementById('endless');
const virtual = document.getElementById('virtual');

function makeRow({ number, name, city, amount }) {
  const row = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = number;
  const cells = [name, city, amount].map((text) => {
    const cell = document.createElement('td');
    cell.textContent = text;
    return cell;
  });
  row.append(head, ...cells);
  return row;
}

async function addRows() {
  const response = await fetch(`/api/archive?from=${body.rows.length}`);
  const { rows, isLast } = await response.json();
  body.append(...rows.map(makeRow));
  return isLast;
}

more?.addEventListener('click', async () => {
  if (await addRows()) more.remove();
});

if (endless) {
  const watcher = new IntersectionObserver(async ([entry]) => {
    if (!entry.isIntersecting) return;
    watcher.unobserve(endless);
    if (await addRows()) endless.textContent = 'That was all.';
    else watcher.observe(endless);
  });
  watcher.observe(endless);
}

/** Few elements for many rows: each shows another row as the list is scrolled. */
function drawVirtual(rows) {
  const tall = document.createElement('div');
  tall.className = 'tall';
  tall.style.height = `${rows.length * ROW_HEIGHT}px`;
  virtual.append(tall);
  const draw = () => {
    const first = Math.max(0, Math.floor(virtual.scrollTop / ROW_HEIGHT) - SPARE_ROWS);
    const count = Math.ceil(virtual.clientHeight / ROW_HEIGHT) + 2 * SPARE_ROWS;
    const drawn = rows.slice(first, first + count);
    while (tall.children.length < drawn.length) tall.append(makeItem());
    while (tall.children.length > drawn.length) tall.lastElementChild.remove();
    drawn.forEach((row, index) => fillItem(tall.children[index], row, first + index));
  };
  virtual.addEventListener('scroll', draw);
  draw();
}

function makeItem() {
  const item = document.createElement('div');
  item.setAttribute('role', 'listitem');
  item.append(
    document.createElement('strong'),
    ' ',
    document.createElement('span'),
    ' ',
    document.createElement('em'),
  );
  return item;
}

function fillItem(item, { number, name, amount }, place) {
  item.style.top = `${place * ROW_HEIGHT}px`;
  const [strong, span, em] = item.children;
  strong.textContent = number;
  span.textContent = name;
  em.textContent = amount;
}

if (virtual) {
  const response = await fetch('/api/archive?all=1');
  drawVirtual((await response.json()).rows);
}
