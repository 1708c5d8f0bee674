import { enhanceFrame } from './frame';
import { enhanceCatalogue } from './catalogue';
import { enhanceForms } from './forms';
import { definePlayer } from '../player/player';

enhanceFrame();
enhanceCatalogue();
enhanceForms();
definePlayer();

if (document.querySelector('collegium-prose')) {
  void import('/site/prose/prose.js' as string);
}
