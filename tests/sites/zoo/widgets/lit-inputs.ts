import { css, html, LitElement } from 'lit';
import type { Zoo } from '../zoo.ts';

export const title = 'Measure a room';

class RoomForm extends LitElement {
  static override properties = { room: { state: true } };
  static override styles = css`
    label {
      display: block;
    }
  `;
  declare room: { name: string; width: string; heated: boolean };

  constructor() {
    super();
    this.room = { name: 'Kitchen', width: '', heated: false };
  }

  #change(part: Partial<RoomForm['room']>): void {
    this.room = { ...this.room, ...part };
  }

  override render() {
    const { name, width, heated } = this.room;
    const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
    return html`
      <label
        >Room <input .value=${name} @input=${(event: Event) => this.#change({ name: valueOf(event) })}
      /></label>
      <label>
        Width in metres
        <input
          inputmode="decimal"
          .value=${width}
          @change=${(event: Event) => this.#change({ width: valueOf(event) })}
        />
      </label>
      <label>
        <input type="checkbox" .checked=${heated} @change=${() => this.#change({ heated: !heated })} /> Heated
      </label>
    `;
  }
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  customElements.define('zoo-room-form', RoomForm);
  const form = document.createElement('zoo-room-form') as RoomForm;
  root.append(form);
  zoo.state(() => form.room);
}
