import '@angular/compiler';
import { Component, provideZonelessChangeDetection } from '@angular/core';
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from '@angular/forms';
import { bootstrapApplication } from '@angular/platform-browser';
import type { Zoo } from '../zoo.ts';

export const title = 'Register a bicycle';

const bicycle = new FormGroup({
  frame: new FormControl('', Validators.required),
  colour: new FormControl('red'),
  stolen: new FormControl(false),
  bought: new FormControl(''),
  // Many forms check a field only when it is left.
  owner: new FormControl('', { updateOn: 'blur' }),
});

@Component({
  selector: 'zoo-bicycle',
  imports: [ReactiveFormsModule],
  template: `
    <form [formGroup]="bicycle">
      <label>Frame number <input formControlName="frame" /></label>
      <label>
        Colour
        <select formControlName="colour">
          <option value="red">Red</option>
          <option value="green">Green</option>
        </select>
      </label>
      <label>Bought on <input type="date" formControlName="bought" /></label>
      <label><input type="checkbox" formControlName="stolen" /> It was stolen</label>
      <label>Owner <input formControlName="owner" /></label>
    </form>
  `,
})
class BicycleForm {
  bicycle = bicycle;
}

export async function mount(root: HTMLElement, zoo: Zoo): Promise<void> {
  root.append(document.createElement('zoo-bicycle'));
  await bootstrapApplication(BicycleForm, { providers: [provideZonelessChangeDetection()] });
  zoo.state(() => bicycle.value);
}
