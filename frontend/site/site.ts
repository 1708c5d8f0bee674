import { enhanceFrame } from './frame';
import { enhanceCatalogue } from './catalogue';
import { enhanceForms } from './forms';
import { definePlayer } from '../player/player';
import { defineQuiz } from '../quiz/quiz';

declare const PROSE_SCRIPT: string;

enhanceFrame();
enhanceCatalogue();
enhanceForms();
definePlayer();
defineQuiz();

if (document.querySelector('collegium-prose')) {
  void import(PROSE_SCRIPT);
}
