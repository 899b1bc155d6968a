// Two form-associated custom elements: stars in an open shadow root, colours in a closed one.

class FormWidget extends HTMLElement {
  static formAssociated = true;
  internals = this.attachInternals();

  start(mode, css) {
    const root = this.attachShadow({ mode });
    root.innerHTML = `<style>:host{display:block;margin-block:16px} div{display:flex;gap:4px}
      button{font:inherit;color:inherit;cursor:pointer;border:1px solid transparent;background:none;border-radius:6px;padding:4px 6px}
      ${css}</style><p id="label" style="margin:0 0 4px"></p><div role="radiogroup" aria-labelledby="label"></div>`;
    root.getElementById('label').textContent = this.getAttribute('label');
    return root.querySelector('div');
  }

  addChoice(group, value, label, content) {
    const button = document.createElement('button');
    button.type = 'button';
    button.setAttribute('role', 'radio');
    button.setAttribute('aria-label', label);
    button.dataset.value = value;
    button.textContent = content;
    button.addEventListener('click', () => this.choose(group, value));
    group.append(button);
  }

  choose(group, value) {
    this.internals.setFormValue(value);
    for (const button of group.children) {
      button.setAttribute('aria-checked', String(button.dataset.value === value));
    }
  }
}

class StarRating extends FormWidget {
  connectedCallback() {
    const group = this.start(
      'open',
      'button{font-size:22px} button:has(~[aria-checked=true]),[aria-checked=true]{color:#c47b00}',
    );
    for (const [index, label] of JSON.parse(this.getAttribute('stars')).entries()) {
      this.addChoice(group, String(index + 1), label, '★');
    }
    this.choose(group, this.getAttribute('value'));
  }
}

class ColourDots extends FormWidget {
  connectedCallback() {
    const group = this.start('closed', '[aria-checked=true]{border-color:currentColor;font-weight:600}');
    for (const [value, label] of Object.entries(JSON.parse(this.getAttribute('colours')))) {
      this.addChoice(group, value, label, label);
    }
    this.choose(group, this.getAttribute('value'));
  }
}

customElements.define('star-rating', StarRating);
customElements.define('colour-dots', ColourDots);
