/** A page whose controls stand in closed shadow roots; its last line says what was done to them. */
export const CLOSED_ROOTS_PAGE = `<h1>Shut</h1>
  <x-form><button slot="extra" onclick="say('Light')">Light</button></x-form><div id="plain"></div><p id="out" role="status">-</p>
  <script>
    const say = (words) => out.append(' ' + words);
    customElements.define('x-form', class extends HTMLElement {
      constructor() {
        super();
        const root = this.attachShadow({ mode: 'closed', delegatesFocus: true });
        root.innerHTML = '<label>Name <input></label><label><input type=checkbox> Agree</label>' +
          '<button>Save</button><x-row></x-row><div><slot name="extra">none</slot><slot name="empty"><b>Fallback</b></slot></div>';
        const [name, agree] = root.querySelectorAll('input');
        root.querySelector('button').onclick = () => say(name.value + ' ' + agree.checked);
        const row = root.querySelector('x-row').attachShadow({ mode: 'closed' });
        row.innerHTML = '<select aria-label="Size"><option>Small<option>Large</select>';
        row.querySelector('select').onchange = (event) => say(event.target.value);
      }
    });
    const plain = document.getElementById('plain').attachShadow({ mode: 'closed' });
    plain.innerHTML = '<iframe title="Within" src="/within"></iframe>';
  </script>`;

export const WITHIN = `<button onclick="this.textContent = 'Pressed'">Press</button>`;
