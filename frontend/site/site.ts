import { enhanceFrame } from './frame';
import { enhanceCatalogue } from './catalogue';
import { enhanceForms } from './forms';
import { definePlayer } from '../player/player';

declare const PROSE_SCRIPT: string;

enhanceFrame();
enhanceCatalogue();
enhanceForms();
definePlayer();

if (document.querySelector('collegium-prose')) {
  void import(PROSE_SCRIPT);
}
