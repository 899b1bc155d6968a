/** Ships no types; only what `widgets/autocomplete-js.ts` uses. */
declare module '@tarekraafat/autocomplete.js' {
  export default class AutoComplete {
    constructor(settings: Record<string, unknown>);
    input: HTMLInputElement;
  }
}
