import { enhanceFrame } from './frame';
import { enhanceCatalogue } from './catalogue';
import { enhanceForms } from './forms';
import { enhanceLoading } from './loading';
import { keepTyping } from './kept';
import { definePlayer } from '../player/player';
import { defineKeying } from '../studio/keying';
import { defineMarking } from '../studio/marking';

declare const PROSE_SCRIPT: string;

enhanceFrame();
enhanceCatalogue();
enhanceForms();
enhanceLoading();
keepTyping();
definePlayer();
defineKeying();
defineMarking();

if (document.querySelector('collegium-prose')) {
  void import(PROSE_SCRIPT);
}
