import type { StreamParser } from '@codemirror/language';

interface Place {
  /** What closes the block of code one is in. */
  fence: string;
  formula: boolean;
}

/** As much of Markdown as helps the eye. */
export const markdown: StreamParser<Place> = {
  startState: () => ({ fence: '', formula: false }),
  token(stream, place) {
    if (stream.sol()) {
      const fence = stream.match(/^\s*(`{3,}|~{3,})/, false) as RegExpMatchArray | null;
      if (fence && (!place.fence || fence[1].startsWith(place.fence))) {
        place.fence = place.fence ? '' : fence[1];
        stream.skipToEnd();
        return 'meta';
      }
      if (place.fence) {
        stream.skipToEnd();
        return 'string';
      }
      if (stream.match(/^\s*\$\$/)) {
        place.formula = !place.formula;
        stream.skipToEnd();
        return 'meta';
      }
      if (place.formula) {
        stream.skipToEnd();
        return 'number';
      }
      if (stream.match(/^:{3,}/) || stream.match(/^:[\w-]+:(?=\s|$)/)) {
        stream.skipToEnd();
        return 'meta';
      }
      if (stream.match(/^#{1,6}(?=\s)/)) {
        stream.skipToEnd();
        return 'heading';
      }
      if (stream.match(/^\s*(?:[-*+]|\d+[.)])\s/) || stream.match(/^\s*>/) || stream.match(/^\s*\|/)) {
        return 'punctuation';
      }
    }
    if (stream.match(/^`[^`]+`/)) {
      return 'string';
    }
    if (stream.match(/^\$[^$\s](?:[^$]*[^$\s])?\$/)) {
      return 'number';
    }
    if (stream.match(/^(\*\*|__)(?=\S).*?\S\1/)) {
      return 'strong';
    }
    if (stream.match(/^\*(?=[^\s*])[^*]*\*/)) {
      return 'emphasis';
    }
    if (stream.match(/^!?\[[^\]]*\]\([^)]*\)/)) {
      return 'link';
    }
    stream.next();
    stream.eatWhile(/[^`$*_![|]/);
    return null;
  },
};
