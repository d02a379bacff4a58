/** One process that runs the built command many times: `node add-many.js FOLDER NAME COUNT`. */
import { main } from '../../dist/main.js';

const [folder, name, count] = process.argv.slice(2);
for (let i = 0; i < Number(count); i++)
  process.exitCode ||= await main(['activity', 'add', folder, '--title', `${name}/${i}`]);
