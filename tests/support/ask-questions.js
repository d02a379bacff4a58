// Asks the questions given as JSON ([method, question] pairs) in the terminal it runs in, then writes the replies to a file.
import { writeFileSync } from 'node:fs';
import { Chalk } from 'chalk';
import { createTerminalPrompter } from '../../dist/prompts/inquirer-prompter.js';

const [questions, file] = process.argv.slice(2);
const prompter = createTerminalPrompter({
  input: process.stdin,
  output: process.stderr,
  style: new Chalk({ level: 0 }),
  accessible: process.env.ACCESSIBLE === '1',
  env: process.env,
});
const replies = [];
for (const [method, question] of JSON.parse(questions)) {
  replies.push(await prompter[method](question));
  // The pause of a save: keys hit meanwhile must not answer the next question.
  await new Promise((resolve) => setTimeout(resolve, 20));
}
prompter.close();
writeFileSync(file, JSON.stringify({ replies, interrupted: prompter.interrupted ?? null }));
