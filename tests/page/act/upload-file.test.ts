import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { installPageWorld } from '../../../lib/page/world/install-page-world';
import { createWorldKeeper } from '../../../lib/page/world/world-keeper';
import { byId, makeActor, makeTarget, mount, recordEvents, show } from './support';

const REPORT = new File(['%PDF'], 'report.pdf', { type: 'application/pdf' });
const PHOTO = new File(['x'], 'photo.png', { type: 'image/png' });

const upload = (ref: string, names = ['report.pdf'], files = [REPORT, PHOTO]) =>
  makeActor()({ name: 'upload_file', ref, files: names }, { files });

const namesIn = (id: string): string[] =>
  Array.from(byId<HTMLInputElement>(id).files ?? [], (file) => file.name);

describe('upload_file', () => {
  it('puts files into a field and tells the page, and reads them back', async () => {
    mount('<input type="file" id="field" aria-label="Report">');
    const seen = recordEvents(byId('field'), ['input', 'change']);
    const result = await upload('field');
    expect(show(result)).toBe('gave "report.pdf" to textbox "Report" {"value":"report.pdf"}');
    expect([namesIn('field'), seen]).toEqual([['report.pdf'], ['input', 'change']]);
    expect(await byId<HTMLInputElement>('field').files?.[0]?.text()).toBe('%PDF');
  });

  it.each([
    ['a label', '<label id="at" for="field">Choose</label><input type="file" id="field" hidden>'],
    [
      'a button beside it',
      '<div><button id="at">Upload</button><input type="file" id="field" style="display:none"></div>',
    ],
    ['a box around it', '<div id="at">Drop or choose<input type="file" id="field" hidden></div>'],
  ])('finds the hidden field of %s', async (_, html) => {
    mount(html);
    await upload('at');
    expect(namesIn('field')).toEqual(['report.pdf']);
  });

  it('catches the field that a button opens, wherever that is, and one that is in no page', async () => {
    mount(
      '<button id="far">Upload</button><div><p><input type="file" id="field" hidden><input type="file" hidden></p></div><button id="made">Import</button>',
    );
    byId('far').addEventListener('click', () => byId('field').click());
    const made = document.createElement('input');
    made.type = 'file';
    made.addEventListener('change', () => (byId('made').textContent = made.files?.[0]?.name ?? ''));
    byId('made').addEventListener('click', () => made.click());
    const world = createWorldKeeper(window, () => installPageWorld(window));
    const act = makeActor({ world: world.take });
    for (const ref of ['far', 'made']) {
      const result = await act({ name: 'upload_file', ref, files: ['report.pdf'] }, { files: [REPORT] });
      expect(show(result)).toContain('gave "report.pdf"');
    }
    world.take()?.release();
    expect([namesIn('field'), byId('made').textContent]).toEqual([['report.pdf'], 'report.pdf']);
  });

  it('honours accept, multiple and disabled', async () => {
    mount(`<input type="file" id="images" accept="image/*, .svg" multiple aria-label="Pictures">
      <input type="file" id="one" aria-label="One"><input type="file" id="off" disabled aria-label="Off">`);
    expect(show(await upload('images'))).toContain(
      'file-not-accepted: textbox "Pictures" takes "image/*, .svg", and "report.pdf" is none of these',
    );
    expect(show(await upload('images', ['photo.png']))).toContain('gave "photo.png"');
    expect(show(await upload('one', ['photo.png', 'report.pdf']))).toContain('takes one file, not 2');
    expect(show(await upload('off'))).toContain('disabled');
    expect([namesIn('one'), namesIn('off')]).toEqual([[], []]);
  });

  it('drops on an area that takes files, with one DataTransfer', async () => {
    mount('<div id="zone" style="height:60px">Drop files here</div>');
    byId('zone').addEventListener('dragover', (event) => event.preventDefault());
    byId('zone').addEventListener('drop', (event) => {
      byId('zone').textContent = Array.from(event.dataTransfer?.files ?? [], ({ name }) => name).join();
    });
    expect(show(await upload('zone', ['report.pdf', 'photo.png']))).toContain('; the page shows it');
    expect(byId('zone').textContent).toBe('report.pdf,photo.png');
  });

  it.each([
    [
      'by a DataTransfer of the page’s own world, where that can be had',
      class Own extends DataTransfer {},
      true,
    ],
    ['by one of its own where the page’s is none', class Fake {}, false],
  ])('drops %s', async (_, PageTransfer, isPages) => {
    // Firefox's way into the page's world.
    vi.stubGlobal('wrappedJSObject', { DataTransfer: PageTransfer });
    onTestFinished(() => void vi.unstubAllGlobals());
    mount('<div id="zone" style="height:60px">Drop files here</div>');
    byId('zone').addEventListener('dragover', (event) => event.preventDefault());
    const drops: unknown[] = [];
    byId('zone').addEventListener('drop', ({ dataTransfer }) => {
      drops.push([dataTransfer instanceof PageTransfer, dataTransfer?.files[0]?.name]);
      byId('zone').textContent = 'Thank you';
    });
    await upload('zone');
    expect(drops).toEqual([[isPages, 'report.pdf']]);
  });

  it('says what there is, and when nothing is, and does not claim what cannot be seen', async () => {
    mount('<p id="text">Text</p><div id="mute" style="height:40px"></div>');
    expect(show(await upload('text', ['other.txt']))).toContain(
      'no-such-file: No file "other.txt" is attached to the task; there are "report.pdf", "photo.png"',
    );
    expect(show(await upload('text', ['other.txt'], []))).toContain('no-files');
    expect(show(await upload('text'))).toContain('no-file-field');
    byId('mute').addEventListener('dragover', (event) => event.preventDefault());
    expect(show(await upload('mute'))).toContain('not-taken');
  });

  it('gives nothing to another element than was judged', async () => {
    mount('<input type="file" id="field" aria-label="Report">');
    const expected = makeTarget(byId('field'));
    byId('field').setAttribute('aria-label', 'Passport');
    const result = await makeActor()(
      { name: 'upload_file', ref: 'field', files: ['report.pdf'] },
      { files: [REPORT], expected },
    );
    expect(result).toMatchObject({ status: 'failed', failure: { code: 'changed-since-approval' } });
    expect(namesIn('field')).toEqual([]);
  });
});
