function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] > 0 ? parts : parts.slice(1);
  return shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

function list(video: HTMLVideoElement, track: TextTrack): HTMLElement {
  const buttons = [...(track.cues ?? [])].map((cue) => {
    const button = document.createElement('button');
    button.type = 'button';
    const time = document.createElement('time');
    time.textContent = clock(cue.startTime);
    button.append(time, ` ${(cue as VTTCue).text}`);
    button.addEventListener('click', () => (video.currentTime = cue.startTime));
    return { cue, button };
  });
  track.addEventListener('cuechange', () => {
    const now = [...(track.activeCues ?? [])].at(-1);
    buttons.forEach(({ cue, button }) => button.setAttribute('aria-current', String(cue === now)));
  });
  const items = document.createElement('ol');
  items.append(
    ...buttons.map(({ button }) => {
      const item = document.createElement('li');
      item.append(button);
      return item;
    }),
  );
  const nav = document.createElement('nav');
  nav.className = 'video-chapters';
  nav.setAttribute('aria-label', track.label);
  nav.append(items);
  return nav;
}

/** Lists the chapters of each video below it, to go there: most browsers read them and show them nowhere. */
export function offerChapters(root: ParentNode, put: (video: HTMLVideoElement, chapters: HTMLElement) => void): void {
  for (const element of root.querySelectorAll<HTMLTrackElement>('video > track[kind="chapters"]:not([data-offered])')) {
    const video = element.parentElement as HTMLVideoElement;
    element.dataset.offered = '';
    element.addEventListener('load', () => put(video, list(video, element.track)), { once: true });
    element.track.mode = 'hidden';
  }
}
