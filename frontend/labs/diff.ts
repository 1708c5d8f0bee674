/** A line that stayed, that was there then and is no more, or that has come since. */
export interface Line {
  readonly mark: 'same' | 'then' | 'now';
  readonly text: string;
}

/** Beyond this many comparisons two texts are shown one below the other. */
const MOST = 2_000_000;

/** The lines of two texts beside each other, by a longest common subsequence. */
export function difference(then: string, now: string): Line[] {
  const a = then.split('\n');
  const b = now.split('\n');
  if (a.length * b.length > MOST) {
    return [...a.map((text): Line => ({ mark: 'then', text })), ...b.map((text): Line => ({ mark: 'now', text }))];
  }
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  const lines: Line[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ mark: 'same', text: a[i] });
      i++;
      j++;
    } else if (i < a.length && (j === b.length || common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      lines.push({ mark: 'then', text: a[i++] });
    } else {
      lines.push({ mark: 'now', text: b[j++] });
    }
  }
  return lines;
}
