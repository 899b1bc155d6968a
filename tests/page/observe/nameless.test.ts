import { describe, expect, it } from 'vitest';
import { readHtml, trimLines } from './read-page-text';

const DOT =
  "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='12' height='12'/%3E\")";

interface Case {
  what: string;
  html: string;
  text: string;
}

const CASES: Case[] = [
  {
    what: 'buttons with nothing but an icon',
    html: `<button class="btn"><i class="fa fa-trash-alt"></i></button>
      <button class="ql-bold" style="width:20px;height:20px"></button>
      <button class="css-1x9yk2" id="open-search" style="width:20px;height:20px"></button>
      <button><img src="/icons/icon-close.png?v=2" alt="" width=12 height=12></button>
      <button><svg width=12 height=12><use href="#zoom-in"></use></svg></button>
      <button class="btn btn-primary" style="width:20px;height:20px"></button>`,
    text: `
      e1 button hint="trash alt"
      e2 button hint="bold"
      e3 button hint="open search"
      e4 button hint="close"
      e5 button hint="zoom"
      e6 button`,
  },
  {
    what: 'a name is told, and no hint beside it',
    html: `<button class="trash" aria-label="Delete"><i class="fa fa-trash"></i></button><button class="trash">Bin</button>`,
    text: `
      e1 button "Delete"
      e2 button "Bin"`,
  },
  {
    what: 'icons that are clicked for themselves in a row that is clicked as a whole',
    html: `<style>.row { cursor: pointer } .row span { content: ${DOT}; display: inline-block; width: 12px; height: 12px }</style>
      <div class="row"><b>Ada</b> Dinner <span class="trash"></span> <span class="star clicked"></span></div>
      <div class="row"><b>Bob</b> Tea <span class="trash"></span> <span class="star"></span></div>`,
    text: `
      e1 clickable "Ada Dinner"
        e2 clickable hint="trash"
        e3 clickable hint="star"
      e4 clickable "Bob Tea"
        e5 clickable hint="trash"
        e6 clickable hint="star"`,
  },
  {
    what: 'an icon over its caption',
    html: `<style>.bar { cursor: pointer } .icon { background-image: ${DOT}; width: 12px; height: 12px }</style>
      <div class="bar"><span class="a"><div class="icon"></div><div>Reply</div></span> <span class="b"><div class="icon"></div><div>Forward</div></span></div>`,
    text: `
      e1 clickable "Reply | Forward"
        e2 clickable hint="Reply"
        e3 clickable hint="Forward"`,
  },
  {
    what: 'the icon in a link or a button is part of it',
    html: `<style>i { content: ${DOT}; display: inline-block; width: 12px; height: 12px; cursor: pointer }</style>
      <a href="/home"><i class="home"></i> Home</a> <button><i class="save"></i> Save</button>`,
    text: `
      e1 link "Home"
      e2 button "Save"`,
  },
  {
    what: 'decoration without a pointer of its own kind is none',
    html: `<style>.row { cursor: pointer } .dot { display: inline-block; width: 12px; height: 12px; background: red }</style>
      <div class="row">Ada <span class="dot"></span></div>`,
    text: `e1 clickable "Ada"`,
  },
  {
    what: 'fields of several lines',
    html: `<label>Note <textarea></textarea></label><label>Name <input></label>
      <div role=textbox aria-multiline=true aria-label="Text" tabindex=0 contenteditable>Hi</div>`,
    text: `
      e1 textbox "Note" multiline
      e2 textbox "Name"
      e3 textbox "Text" = "Hi" multiline`,
  },
];

describe('things without a name', () => {
  it.each(CASES)('$what', ({ html, text }) => {
    expect(readHtml(html)).toBe(trimLines(text));
  });
});
