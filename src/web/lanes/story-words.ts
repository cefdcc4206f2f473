import { silenceWords } from '#domain/lanes/duration.js';
import type { LaneStory } from '#domain/lanes/story.js';

/** What the picture tells, for those who do not see it: a sentence per pass, the silence, the next step. */
export function storyWords(story: LaneStory): string {
  const passes = story.passes.slice(-7).map((pass) => pass.sentence);
  const silence = silenceWords(story);
  const step = story.steps[0];
  const next = step === undefined ? 'No next step.' : nextWords(step);
  if (passes.length === 0) passes.push('The first mail will start the line.');
  return [...passes, silence === null ? null : `${silence}.`, next].filter((part) => part !== null).join(' ');
}

function nextWords(step: LaneStory['steps'][number]): string {
  const late = step.late ? ', late' : '';
  return step.side === null
    ? `Next: ${step.label}${late}, and nobody has it.`
    : `Next: ${step.label}${late}.`;
}
