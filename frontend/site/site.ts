import { enhanceFrame } from './frame';
import { enhanceCatalogue } from './catalogue';
import { enhanceForms } from './forms';
import { enhanceLoading } from './loading';
import { keepTyping } from './kept';
import { definePlayer } from '../player/player';
import { defineQuiz } from '../quiz/quiz';
import { defineKeying } from '../studio/keying';

declare const PROSE_SCRIPT: string;

enhanceFrame();
enhanceCatalogue();
enhanceForms();
enhanceLoading();
keepTyping();
definePlayer();
defineQuiz();
defineKeying();

if (document.querySelector('collegium-prose')) {
  void import(PROSE_SCRIPT);
}
