import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Zoo } from '../zoo.ts';

export const title = 'Your profile';

function Profile({ zoo }: { zoo: Zoo }) {
  const [profile, setProfile] = useState({ name: 'Grace', bio: '', country: 'France', news: false });
  zoo.state(() => profile);
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <label>
        Full name{' '}
        <input
          value={profile.name}
          onChange={(event) => setProfile({ ...profile, name: event.target.value })}
        />
      </label>
      <label>
        About you{' '}
        <textarea
          value={profile.bio}
          onChange={(event) => setProfile({ ...profile, bio: event.target.value })}
        />
      </label>
      <label>
        Country{' '}
        <select
          value={profile.country}
          onChange={(event) => setProfile({ ...profile, country: event.target.value })}
        >
          {['France', 'Kenya', 'Peru'].map((country) => (
            <option key={country}>{country}</option>
          ))}
        </select>
      </label>
      <label>
        <input
          type="checkbox"
          checked={profile.news}
          onChange={(event) => setProfile({ ...profile, news: event.target.checked })}
        />{' '}
        Send me news
      </label>
    </form>
  );
}

export function mount(root: HTMLElement, zoo: Zoo): void {
  createRoot(root).render(<Profile zoo={zoo} />);
}
